"""What people and places of the crowd are called, and how many come from where."""

GIVEN = ("Aigerim", "Bakyt", "Gulnora", "Daler", "Zebo", "Nurlan", "Madina", "Jamshed", "Altynai")
GIVEN += ("Rustam", "Ogulsapar", "Timur", "Saule", "Farhod", "Cholpon", "Merdan", "Yulia", "Askar")
FAMILY = ("Karimova", "Osmonov", "Rahimova", "Nazarov", "Abdullayeva", "Saparov", "Iskakova")
FAMILY += ("Toktogulov", "Yusupova", "Sharipov", "Durdyeva", "Kim", "Petrova", "Mirzoev", "Bekova")
HOSTS = ("Red Crescent", "Youth centre", "Ministry of ecology", "Village council", "University", "")
COUNTRIES = {"UZ": 31, "KZ": 25, "KG": 20, "TJ": 15, "TM": 4, "AF": 3, "DE": 2}
