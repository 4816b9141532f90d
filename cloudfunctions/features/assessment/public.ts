/** What other contexts may use of this one. */
