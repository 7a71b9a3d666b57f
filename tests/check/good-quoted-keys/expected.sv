2 filer utan problem
