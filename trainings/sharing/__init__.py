"""How the site is seen elsewhere: the picture that a social network shows beside a link."""
