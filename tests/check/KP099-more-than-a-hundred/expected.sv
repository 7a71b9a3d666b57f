provstad-2024.yaml:8:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.3'; '1' har 1.1, 1.2 [KP062]
    8 |   "1.3": {percent: 50}
      |   ^~~~~
provstad-2024.yaml:9:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.4'; '1' har 1.1, 1.2 [KP062]
    9 |   "1.4": {percent: 50}
      |   ^~~~~
provstad-2024.yaml:10:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.5'; '1' har 1.1, 1.2 [KP062]
   10 |   "1.5": {percent: 50}
      |   ^~~~~
provstad-2024.yaml:11:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.6'; '1' har 1.1, 1.2 [KP062]
   11 |   "1.6": {percent: 50}
      |   ^~~~~
provstad-2024.yaml:12:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.7'; '1' har 1.1, 1.2 [KP062]
   12 |   "1.7": {percent: 50}
      |   ^~~~~
provstad-2024.yaml:13:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.8'; '1' har 1.1, 1.2 [KP062]
   13 |   "1.8": {percent: 50}
      |   ^~~~~
provstad-2024.yaml:14:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.9'; '1' har 1.1, 1.2 [KP062]
   14 |   "1.9": {percent: 50}
      |   ^~~~~
provstad-2024.yaml:15:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.10'; '1' har 1.1, 1.2 [KP062]
   15 |   "1.10": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:16:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.11'; '1' har 1.1, 1.2 [KP062]
   16 |   "1.11": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:17:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.12'; '1' har 1.1, 1.2 [KP062]
   17 |   "1.12": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:18:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.13'; '1' har 1.1, 1.2 [KP062]
   18 |   "1.13": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:19:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.14'; '1' har 1.1, 1.2 [KP062]
   19 |   "1.14": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:20:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.15'; '1' har 1.1, 1.2 [KP062]
   20 |   "1.15": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:21:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.16'; '1' har 1.1, 1.2 [KP062]
   21 |   "1.16": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:22:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.17'; '1' har 1.1, 1.2 [KP062]
   22 |   "1.17": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:23:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.18'; '1' har 1.1, 1.2 [KP062]
   23 |   "1.18": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:24:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.19'; '1' har 1.1, 1.2 [KP062]
   24 |   "1.19": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:25:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.20'; '1' har 1.1, 1.2 [KP062]
   25 |   "1.20": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:26:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.21'; '1' har 1.1, 1.2 [KP062]
   26 |   "1.21": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:27:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.22'; '1' har 1.1, 1.2 [KP062]
   27 |   "1.22": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:28:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.23'; '1' har 1.1, 1.2 [KP062]
   28 |   "1.23": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:29:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.24'; '1' har 1.1, 1.2 [KP062]
   29 |   "1.24": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:30:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.25'; '1' har 1.1, 1.2 [KP062]
   30 |   "1.25": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:31:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.26'; '1' har 1.1, 1.2 [KP062]
   31 |   "1.26": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:32:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.27'; '1' har 1.1, 1.2 [KP062]
   32 |   "1.27": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:33:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.28'; '1' har 1.1, 1.2 [KP062]
   33 |   "1.28": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:34:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.29'; '1' har 1.1, 1.2 [KP062]
   34 |   "1.29": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:35:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.30'; '1' har 1.1, 1.2 [KP062]
   35 |   "1.30": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:36:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.31'; '1' har 1.1, 1.2 [KP062]
   36 |   "1.31": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:37:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.32'; '1' har 1.1, 1.2 [KP062]
   37 |   "1.32": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:38:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.33'; '1' har 1.1, 1.2 [KP062]
   38 |   "1.33": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:39:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.34'; '1' har 1.1, 1.2 [KP062]
   39 |   "1.34": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:40:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.35'; '1' har 1.1, 1.2 [KP062]
   40 |   "1.35": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:41:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.36'; '1' har 1.1, 1.2 [KP062]
   41 |   "1.36": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:42:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.37'; '1' har 1.1, 1.2 [KP062]
   42 |   "1.37": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:43:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.38'; '1' har 1.1, 1.2 [KP062]
   43 |   "1.38": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:44:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.39'; '1' har 1.1, 1.2 [KP062]
   44 |   "1.39": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:45:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.40'; '1' har 1.1, 1.2 [KP062]
   45 |   "1.40": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:46:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.41'; '1' har 1.1, 1.2 [KP062]
   46 |   "1.41": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:47:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.42'; '1' har 1.1, 1.2 [KP062]
   47 |   "1.42": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:48:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.43'; '1' har 1.1, 1.2 [KP062]
   48 |   "1.43": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:49:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.44'; '1' har 1.1, 1.2 [KP062]
   49 |   "1.44": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:50:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.45'; '1' har 1.1, 1.2 [KP062]
   50 |   "1.45": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:51:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.46'; '1' har 1.1, 1.2 [KP062]
   51 |   "1.46": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:52:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.47'; '1' har 1.1, 1.2 [KP062]
   52 |   "1.47": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:53:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.48'; '1' har 1.1, 1.2 [KP062]
   53 |   "1.48": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:54:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.49'; '1' har 1.1, 1.2 [KP062]
   54 |   "1.49": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:55:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.50'; '1' har 1.1, 1.2 [KP062]
   55 |   "1.50": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:56:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.51'; '1' har 1.1, 1.2 [KP062]
   56 |   "1.51": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:57:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.52'; '1' har 1.1, 1.2 [KP062]
   57 |   "1.52": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:58:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.53'; '1' har 1.1, 1.2 [KP062]
   58 |   "1.53": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:59:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.54'; '1' har 1.1, 1.2 [KP062]
   59 |   "1.54": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:60:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.55'; '1' har 1.1, 1.2 [KP062]
   60 |   "1.55": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:61:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.56'; '1' har 1.1, 1.2 [KP062]
   61 |   "1.56": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:62:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.57'; '1' har 1.1, 1.2 [KP062]
   62 |   "1.57": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:63:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.58'; '1' har 1.1, 1.2 [KP062]
   63 |   "1.58": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:64:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.59'; '1' har 1.1, 1.2 [KP062]
   64 |   "1.59": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:65:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.60'; '1' har 1.1, 1.2 [KP062]
   65 |   "1.60": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:66:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.61'; '1' har 1.1, 1.2 [KP062]
   66 |   "1.61": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:67:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.62'; '1' har 1.1, 1.2 [KP062]
   67 |   "1.62": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:68:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.63'; '1' har 1.1, 1.2 [KP062]
   68 |   "1.63": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:69:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.64'; '1' har 1.1, 1.2 [KP062]
   69 |   "1.64": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:70:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.65'; '1' har 1.1, 1.2 [KP062]
   70 |   "1.65": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:71:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.66'; '1' har 1.1, 1.2 [KP062]
   71 |   "1.66": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:72:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.67'; '1' har 1.1, 1.2 [KP062]
   72 |   "1.67": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:73:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.68'; '1' har 1.1, 1.2 [KP062]
   73 |   "1.68": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:74:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.69'; '1' har 1.1, 1.2 [KP062]
   74 |   "1.69": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:75:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.70'; '1' har 1.1, 1.2 [KP062]
   75 |   "1.70": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:76:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.71'; '1' har 1.1, 1.2 [KP062]
   76 |   "1.71": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:77:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.72'; '1' har 1.1, 1.2 [KP062]
   77 |   "1.72": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:78:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.73'; '1' har 1.1, 1.2 [KP062]
   78 |   "1.73": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:79:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.74'; '1' har 1.1, 1.2 [KP062]
   79 |   "1.74": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:80:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.75'; '1' har 1.1, 1.2 [KP062]
   80 |   "1.75": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:81:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.76'; '1' har 1.1, 1.2 [KP062]
   81 |   "1.76": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:82:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.77'; '1' har 1.1, 1.2 [KP062]
   82 |   "1.77": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:83:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.78'; '1' har 1.1, 1.2 [KP062]
   83 |   "1.78": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:84:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.79'; '1' har 1.1, 1.2 [KP062]
   84 |   "1.79": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:85:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.80'; '1' har 1.1, 1.2 [KP062]
   85 |   "1.80": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:86:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.81'; '1' har 1.1, 1.2 [KP062]
   86 |   "1.81": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:87:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.82'; '1' har 1.1, 1.2 [KP062]
   87 |   "1.82": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:88:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.83'; '1' har 1.1, 1.2 [KP062]
   88 |   "1.83": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:89:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.84'; '1' har 1.1, 1.2 [KP062]
   89 |   "1.84": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:90:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.85'; '1' har 1.1, 1.2 [KP062]
   90 |   "1.85": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:91:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.86'; '1' har 1.1, 1.2 [KP062]
   91 |   "1.86": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:92:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.87'; '1' har 1.1, 1.2 [KP062]
   92 |   "1.87": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:93:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.88'; '1' har 1.1, 1.2 [KP062]
   93 |   "1.88": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:94:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.89'; '1' har 1.1, 1.2 [KP062]
   94 |   "1.89": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:95:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.90'; '1' har 1.1, 1.2 [KP062]
   95 |   "1.90": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:96:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.91'; '1' har 1.1, 1.2 [KP062]
   96 |   "1.91": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:97:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.92'; '1' har 1.1, 1.2 [KP062]
   97 |   "1.92": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:98:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.93'; '1' har 1.1, 1.2 [KP062]
   98 |   "1.93": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:99:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.94'; '1' har 1.1, 1.2 [KP062]
   99 |   "1.94": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:100:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.95'; '1' har 1.1, 1.2 [KP062]
  100 |   "1.95": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:101:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.96'; '1' har 1.1, 1.2 [KP062]
  101 |   "1.96": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:102:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.97'; '1' har 1.1, 1.2 [KP062]
  102 |   "1.97": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:103:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.98'; '1' har 1.1, 1.2 [KP062]
  103 |   "1.98": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:104:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.99'; '1' har 1.1, 1.2 [KP062]
  104 |   "1.99": {percent: 50}
      |   ^~~~~~
provstad-2024.yaml:105:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.100'; '1' har 1.1, 1.2 [KP062]
  105 |   "1.100": {percent: 50}
      |   ^~~~~~~
provstad-2024.yaml:106:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.101'; '1' har 1.1, 1.2 [KP062]
  106 |   "1.101": {percent: 50}
      |   ^~~~~~~
provstad-2024.yaml:107:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.102'; '1' har 1.1, 1.2 [KP062]
  107 |   "1.102": {percent: 50}
      |   ^~~~~~~
kompass: anmärkning: 7 till visas inte; rätta de här först [KP099]
107 fel
