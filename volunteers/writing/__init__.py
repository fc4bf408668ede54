"""Messages to a group of the people of a training: whom they reach, what each reads, going out."""
