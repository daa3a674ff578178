window.YTD.profile.part0 = [
  {
    "profile" : {
      "description" : {
        "bio" : "News of Ambridge Borough Council &amp; its services. Duty officer: 07700 900123",
        "website" : "https://t.co/Ambridge01",
        "location" : "1 Example Street, Ambridge"
      },
      "avatarMediaUrl" : "https://pbs.twimg.com/profile_images/1/a.jpg"
    }
  }
]
