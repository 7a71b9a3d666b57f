1 fil utan problem
