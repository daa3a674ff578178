"""First names, surnames, streets and places, each common or made up; put together by chance they are nobody's, unless by chance."""

FIRST = ["Jo", "Sam", "Siân", "Rhys", "Gwen", "Priya", "Ahmed", "Kasia", "Owain", "Margaret", "Dave", "Angharad", "Tom", "Mair",
         "Pat", "Chris", "Lowri", "Dafydd", "Ffion", "Gareth", "Megan", "Ieuan", "Nia", "Huw", "Eleri", "Aled", "Cerys", "Bethan",
         "Emyr", "Sioned", "Oliver", "Amelia", "Harry", "Isla", "Jack", "Ava", "George", "Mia", "Noah", "Grace", "Sheila", "Brian",
         "Maureen", "Keith", "Doreen", "Trevor", "Linda", "Barry", "Susan", "Derek", "Mohammed", "Fatima", "Aisha", "Yusuf",
         "Harpreet", "Gurdeep", "Ananya", "Rajesh", "Chidi", "Ngozi", "Kwame", "Abena", "Piotr", "Agnieszka", "Marek", "Ioana",
         "Andrei", "Wei", "Mei", "Linh", "Aoife", "Ciarán", "Niamh", "Seán", "Hamish", "Eilidh", "Fergus", "Catriona", "Mark", "Rose"]
SURNAMES = ["Bloggs", "Example", "Evans", "Williams", "Khan", "Nowak", "Griffiths", "Doe", "Ap Rhys", "Patel", "Jones", "Davies",
            "Thomas", "Roberts", "Hughes", "Morgan", "Llewellyn", "Pritchard", "Bowen", "Prosser", "Smith", "Brown", "Taylor", "Wilson",
            "Clarke", "Wright", "Hall", "Green", "Baker", "Hill", "Cooper", "Ward", "Fletcher", "Ashworth", "Pemberton", "Hussain",
            "Begum", "Ahmed", "Singh", "Kaur", "Sharma", "Okafor", "Mensah", "Adeyemi", "Kowalski", "Wiśniewska", "Popescu", "Chen",
            "Nguyen", "O'Neill", "Murphy", "Byrne", "MacDonald", "Campbell", "McKenzie", "Smith-Jones", "St John", "De Souza", "Young",
            "King"]
TITLES = {"en": ["Mr", "Mrs", "Ms", "Miss", "Dr", "Mx"], "cy": ["Mr", "Mrs", "Ms", "Miss", "Dr"]}
STREETS = {
    "en": ["High Street", "Station Road", "Mill Lane", "Church Street", "Park Avenue", "Bridge Street", "Orchard Close",
           "Victoria Terrace", "Sycamore Drive", "Chapel Row", "Quarry Hill", "Bluebell Way", "Coronation Street", "St Mary's Road",
           "Kingfisher Crescent", "The Crescent", "Nelson Place", "Elm Grove", "Canal Walk", "Tannery Court", "Heol y Bont",
           "Ffordd y Parc", "Long Acre Gardens", "Old Brewery Yard", "Queen's Square", "Meadow View", "Foundry Mews", "Kirkgate"],
    "cy": ["Stryd Fawr", "Heol yr Orsaf", "Lôn y Felin", "Stryd yr Eglwys", "Ffordd y Parc", "Heol y Bont", "Maes Gwyn",
           "Rhodfa'r Môr", "Clos y Dderwen", "Bryn Awel", "Teras y Capel", "Llys Eirin", "Heol Las", "Tan y Graig", "Ffordd Pen y Bryn",
           "Min yr Afon", "Parc y Coed", "Cilgant y Berllan", "Lon Cefn", "Stryd y Ffynnon"],
}
SHORT_STREETS = {"Street": "St", "Road": "Rd", "Avenue": "Ave", "Lane": "Ln", "Drive": "Dr", "Close": "Cl", "Crescent": "Cres",
                 "Court": "Ct", "Gardens": "Gdns", "Terrace": "Terr", "Grove": "Gr", "Place": "Pl", "Square": "Sq"}
HOUSES = {"en": ["Rose Cottage", "The Old Rectory", "Primrose Farm", "Ty Gwyn", "Lodge House", "The Old Forge", "Hilltop Bungalow"],
          "cy": ["Tŷ Gwyn", "Hafan Deg", "Bwthyn y Felin", "Ty'n y Coed", "Fferm Pant Glas", "Yr Hen Ysgoldy"]}
# No such town: an address with one is nowhere.
TOWNS = {"en": ["Anytown", "Exampleton", "Port Example", "Upper Sampling", "Netherby Cross", "Sampleford"],
         "cy": ["Llanenghraifft", "Aberenghraifft", "Trefsampl", "Pont Enghraifft"]}
