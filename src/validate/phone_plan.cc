#include "validate/phone_plan.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/ascii.h"

namespace gatepost {
namespace {

// Sources of the tables: Ofcom, The National Telephone Numbering Plan, and its numbering data as
// Google's libphonenumber (Apache-2.0) reads them: resources/PhoneNumberMetadata.xml and
// geocoding/en/44.txt.

// Ten-digit numbers that begin with `prefix` and one of the digits of `next`.
struct Range {
  std::string_view prefix;
  std::string_view next;
};

constexpr std::string_view kAny = "0123456789";
constexpr auto kRanges = std::to_array<Range>({
    {"11", "345678"},     // Leeds, Sheffield, Nottingham, Leicester, Bristol, Reading
    {"121", kAny},        // Birmingham
    {"131", kAny},        // Edinburgh
    {"141", kAny},        // Glasgow
    {"151", kAny},        // Liverpool
    {"161", kAny},        // Manchester
    {"191", kAny},        // Tyneside, Durham, Sunderland
    {"20", "013478"},     // London
    {"23", "0189"},       // Southampton, Portsmouth
    {"24", "017"},        // Coventry
    {"28", "012346789"},  // Northern Ireland
    {"29", "012"},        // Cardiff
    {"3", "0347"},        // UK-wide at the price of a landline
    {"5", "56"},          // corporate and location-independent
    {"7", kAny},      // mobiles; of them 070 personal numbering, 076 pagers and 07624 Manx mobiles
    {"80", "08"},     // free of charge
    {"84", "2345"},   // business rate
    {"87", "0123"},   // business rate
    {"9", "01"},      // premium rate
    {"98", "23489"},  // premium rate
});

// Area codes of four digits, with the three of the Crown dependencies and 1632, which Ofcom keeps
// for fiction. Codes of five digits (13873, 15242 …) are parts of these.
constexpr auto kAreaCodes = std::to_array<int>({
    1200, 1202, 1204, 1205, 1206, 1207, 1208, 1209, 1223, 1224, 1225, 1226, 1227, 1228, 1229, 1233,
    1234, 1235, 1236, 1237, 1239, 1241, 1242, 1243, 1244, 1245, 1246, 1248, 1249, 1250, 1252, 1253,
    1254, 1255, 1256, 1257, 1258, 1259, 1260, 1261, 1262, 1263, 1264, 1267, 1268, 1269, 1270, 1271,
    1273, 1274, 1275, 1276, 1277, 1278, 1279, 1280, 1282, 1283, 1284, 1285, 1286, 1287, 1288, 1289,
    1290, 1291, 1292, 1293, 1294, 1295, 1296, 1297, 1298, 1299, 1300, 1301, 1302, 1303, 1304, 1305,
    1306, 1307, 1308, 1309, 1320, 1322, 1323, 1324, 1325, 1326, 1327, 1328, 1329, 1330, 1332, 1333,
    1334, 1335, 1337, 1339, 1340, 1341, 1342, 1343, 1344, 1346, 1347, 1348, 1349, 1350, 1352, 1353,
    1354, 1355, 1356, 1357, 1358, 1359, 1360, 1361, 1362, 1363, 1364, 1366, 1367, 1368, 1369, 1371,
    1372, 1373, 1375, 1376, 1377, 1379, 1380, 1381, 1382, 1383, 1384, 1386, 1387, 1388, 1389, 1392,
    1393, 1394, 1395, 1397, 1398, 1400, 1403, 1404, 1405, 1406, 1407, 1408, 1409, 1420, 1422, 1423,
    1424, 1425, 1427, 1428, 1429, 1430, 1431, 1432, 1433, 1434, 1435, 1436, 1437, 1438, 1439, 1440,
    1442, 1443, 1444, 1445, 1446, 1449, 1450, 1451, 1452, 1453, 1454, 1455, 1456, 1457, 1458, 1460,
    1461, 1462, 1463, 1464, 1465, 1466, 1467, 1469, 1470, 1471, 1472, 1473, 1474, 1475, 1476, 1477,
    1478, 1479, 1480, 1481, 1482, 1483, 1484, 1485, 1487, 1488, 1489, 1490, 1491, 1492, 1493, 1494,
    1495, 1496, 1497, 1499, 1501, 1502, 1503, 1505, 1506, 1507, 1508, 1509, 1520, 1522, 1524, 1525,
    1526, 1527, 1528, 1529, 1530, 1531, 1534, 1535, 1536, 1538, 1539, 1540, 1542, 1543, 1544, 1545,
    1546, 1547, 1548, 1549, 1550, 1553, 1554, 1555, 1556, 1557, 1558, 1559, 1560, 1561, 1562, 1563,
    1564, 1565, 1566, 1567, 1568, 1569, 1570, 1571, 1572, 1573, 1575, 1576, 1577, 1578, 1579, 1580,
    1581, 1582, 1583, 1584, 1586, 1588, 1590, 1591, 1592, 1593, 1594, 1595, 1597, 1598, 1599, 1600,
    1603, 1604, 1606, 1608, 1609, 1620, 1621, 1622, 1623, 1624, 1625, 1626, 1628, 1629, 1630, 1631,
    1632, 1633, 1634, 1635, 1636, 1637, 1638, 1639, 1641, 1642, 1643, 1644, 1646, 1647, 1650, 1651,
    1652, 1653, 1654, 1655, 1656, 1659, 1661, 1663, 1664, 1665, 1666, 1667, 1668, 1669, 1670, 1671,
    1672, 1673, 1674, 1675, 1676, 1677, 1678, 1680, 1681, 1683, 1684, 1685, 1686, 1687, 1688, 1689,
    1690, 1691, 1692, 1694, 1695, 1697, 1698, 1700, 1702, 1704, 1706, 1707, 1708, 1709, 1720, 1721,
    1722, 1723, 1724, 1725, 1726, 1727, 1728, 1729, 1730, 1732, 1733, 1736, 1737, 1738, 1740, 1743,
    1744, 1745, 1746, 1747, 1748, 1749, 1750, 1751, 1752, 1753, 1754, 1756, 1757, 1758, 1759, 1760,
    1761, 1763, 1764, 1765, 1766, 1767, 1768, 1769, 1770, 1771, 1772, 1773, 1775, 1776, 1777, 1778,
    1779, 1780, 1782, 1784, 1785, 1786, 1787, 1788, 1789, 1790, 1792, 1793, 1794, 1795, 1796, 1797,
    1798, 1799, 1803, 1805, 1806, 1807, 1808, 1809, 1821, 1822, 1823, 1824, 1825, 1827, 1828, 1829,
    1830, 1832, 1833, 1834, 1835, 1837, 1838, 1840, 1841, 1842, 1843, 1844, 1845, 1847, 1848, 1851,
    1852, 1854, 1855, 1856, 1857, 1858, 1859, 1862, 1863, 1864, 1865, 1866, 1869, 1870, 1871, 1872,
    1873, 1874, 1875, 1876, 1877, 1878, 1879, 1880, 1882, 1883, 1884, 1885, 1886, 1887, 1888, 1889,
    1890, 1892, 1895, 1896, 1899, 1900, 1902, 1903, 1904, 1905, 1908, 1909, 1920, 1922, 1923, 1924,
    1925, 1926, 1928, 1929, 1931, 1932, 1933, 1934, 1935, 1937, 1938, 1939, 1942, 1943, 1944, 1945,
    1946, 1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1957, 1959, 1962, 1963, 1964, 1967,
    1968, 1969, 1970, 1971, 1972, 1974, 1975, 1977, 1978, 1980, 1981, 1982, 1983, 1984, 1985, 1986,
    1987, 1988, 1989, 1992, 1993, 1994, 1995, 1997,
});

// Blocks of nine-digit numbers: five digits of the number and one of those of `next`, then any
// three. Of them 16977 is the one area with five digits and four.
struct ShortBlock {
  int prefix;
  std::string_view next;
};
constexpr auto kShortBlocks = std::to_array<ShortBlock>({
    {12046, "1234"},       {12087, "23456789"},   {12545, "12345679"},   {12762, "0123456789"},
    {12763, "12345678"},   {12766, "123456"},     {12972, "01234"},      {12973, "2345"},
    {12982, "2345678"},    {12987, "01234789"},   {12988, "345"},        {13638, "2345"},
    {13647, "23"},         {13847, "0456789"},    {13864, "015789"},     {14044, "1234567"},
    {14202, "23"},         {14208, "0123456789"}, {14603, "0"},          {14605, "23457"},
    {14606, "12345678"},   {14607, "2345678"},    {14614, "0"},          {14805, "2"},
    {14887, "123"},        {15243, "2345679"},    {15246, "0123456789"}, {15276, "0123456789"},
    {15626, "06789"},      {15668, "6"},          {16064, "0123456789"}, {16067, "45679"},
    {16295, "567"},        {16353, "0123456789"}, {16354, "0123456789"}, {16472, "4"},
    {16476, "1"},          {16595, "08"},         {16596, "67"},         {16597, "4"},
    {16955, "01234"},      {16977, "23"},         {17266, "13456789"},   {17267, "01234567"},
    {17442, "0123456789"}, {17502, "0123"},       {17503, "2"},          {17504, "2"},
    {17505, "2"},          {17506, "2"},          {17507, "6"},          {17508, "2"},
    {17688, "0123456789"}, {18275, "0123456789"}, {18276, "0123456789"}, {18375, "2345"},
    {18378, "239"},        {18843, "23458"},      {19006, "12345678"},   {19008, "5"},
    {19052, "0123456789"}, {19358, "3"},          {19466, "12345678"},   {19492, "01"},
    {19498, "1"},          {19632, "3"},          {19633, "1234"},       {19956, "1"},
});

// The number that the first `count` digits write.
int Leading(std::string_view digits, size_t count) {
  int number = 0;
  for (const char c : digits.substr(0, count)) number = number * 10 + DigitValue(c);
  return number;
}

bool Contains(std::string_view digits, char digit) {
  return digits.find(digit) != std::string_view::npos;
}

bool IsTenDigitNumber(std::string_view nsn) {
  if (std::binary_search(kAreaCodes.begin(), kAreaCodes.end(), Leading(nsn, 4))) return true;
  return std::any_of(kRanges.begin(), kRanges.end(), [&](const Range& range) {
    return nsn.starts_with(range.prefix) && Contains(range.next, nsn[range.prefix.size()]);
  });
}

bool IsNineDigitNumber(std::string_view nsn) {
  if (nsn.starts_with("800")) return true;
  return std::any_of(kShortBlocks.begin(), kShortBlocks.end(), [&](const ShortBlock& block) {
    return Leading(nsn, 5) == block.prefix && Contains(block.next, nsn[5]);
  });
}

// `digits` without one of the prefixes that stand before an NSN, or as it is. No NSN begins with 0
// or 44.
std::string_view WithoutPrefix(std::string_view digits) {
  constexpr auto kPrefixes =
      std::to_array<std::string_view>({"00440", "0044", "0440", "044", "440", "44", "0"});
  for (const std::string_view prefix : kPrefixes) {
    if (digits.starts_with(prefix)) return digits.substr(prefix.size());
  }
  return digits;
}

bool IsMobile(std::string_view nsn) {
  return nsn.size() == 10 && nsn[0] == '7' && nsn[1] != '0' &&
         (nsn[1] != '6' || nsn.starts_with("7624"));
}

}  // namespace

bool IsUkNationalNumber(std::string_view nsn) {
  if (!AreDigits(nsn)) return false;
  if (nsn.size() == 10) return IsTenDigitNumber(nsn);
  return nsn.size() == 9 && IsNineDigitNumber(nsn);
}

std::optional<std::string> UkNationalNumberOf(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), IsDigit);
  const std::string_view nsn = WithoutPrefix(digits);
  const bool has_prefix = nsn.size() < digits.size();
  if (!IsUkNationalNumber(nsn) || (!has_prefix && !IsMobile(nsn))) return std::nullopt;
  return std::string(nsn);
}

bool IsUkPhone(std::string_view value) {
  const std::string_view trunk = value.substr(value.starts_with('0') ? 1 : 0);
  const std::string_view rest = trunk.starts_with('+') ? trunk.substr(1) : trunk;
  return AreDigits(rest) && UkNationalNumberOf(value).has_value();
}

}  // namespace gatepost
