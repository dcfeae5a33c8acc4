"""A Session and odds into a Page: everything a front-end may show, in words, with ready Commands."""
