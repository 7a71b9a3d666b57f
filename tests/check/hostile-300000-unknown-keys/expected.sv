provstad-2024.yaml:3:9: fel: bedömningsmallen 'provmallen-2042' hittades inte; lägg provmallen-2042.yaml i en mapp 'rubrics' bredvid filen eller ovanför, eller ange mappen med --rubrics [KP060]
    3 | rubric: provmallen-2042
      |         ^~~~~~~~~~~~~~~
provstad-2024.yaml:6:1: fel: okänd nyckel 'k0'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
    6 | k0: 1
      | ^~
provstad-2024.yaml:7:1: fel: okänd nyckel 'k1'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
    7 | k1: 1
      | ^~
provstad-2024.yaml:8:1: fel: okänd nyckel 'k2'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
    8 | k2: 1
      | ^~
provstad-2024.yaml:9:1: fel: okänd nyckel 'k3'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
    9 | k3: 1
      | ^~
provstad-2024.yaml:10:1: fel: okänd nyckel 'k4'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   10 | k4: 1
      | ^~
provstad-2024.yaml:11:1: fel: okänd nyckel 'k5'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   11 | k5: 1
      | ^~
provstad-2024.yaml:12:1: fel: okänd nyckel 'k6'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   12 | k6: 1
      | ^~
provstad-2024.yaml:13:1: fel: okänd nyckel 'k7'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   13 | k7: 1
      | ^~
provstad-2024.yaml:14:1: fel: okänd nyckel 'k8'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   14 | k8: 1
      | ^~
provstad-2024.yaml:15:1: fel: okänd nyckel 'k9'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   15 | k9: 1
      | ^~
provstad-2024.yaml:16:1: fel: okänd nyckel 'k10'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   16 | k10: 1
      | ^~~
provstad-2024.yaml:17:1: fel: okänd nyckel 'k11'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   17 | k11: 1
      | ^~~
provstad-2024.yaml:18:1: fel: okänd nyckel 'k12'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   18 | k12: 1
      | ^~~
provstad-2024.yaml:19:1: fel: okänd nyckel 'k13'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   19 | k13: 1
      | ^~~
provstad-2024.yaml:20:1: fel: okänd nyckel 'k14'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   20 | k14: 1
      | ^~~
provstad-2024.yaml:21:1: fel: okänd nyckel 'k15'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   21 | k15: 1
      | ^~~
provstad-2024.yaml:22:1: fel: okänd nyckel 'k16'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   22 | k16: 1
      | ^~~
provstad-2024.yaml:23:1: fel: okänd nyckel 'k17'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   23 | k17: 1
      | ^~~
provstad-2024.yaml:24:1: fel: okänd nyckel 'k18'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   24 | k18: 1
      | ^~~
provstad-2024.yaml:25:1: fel: okänd nyckel 'k19'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   25 | k19: 1
      | ^~~
provstad-2024.yaml:26:1: fel: okänd nyckel 'k20'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   26 | k20: 1
      | ^~~
provstad-2024.yaml:27:1: fel: okänd nyckel 'k21'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   27 | k21: 1
      | ^~~
provstad-2024.yaml:28:1: fel: okänd nyckel 'k22'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   28 | k22: 1
      | ^~~
provstad-2024.yaml:29:1: fel: okänd nyckel 'k23'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   29 | k23: 1
      | ^~~
provstad-2024.yaml:30:1: fel: okänd nyckel 'k24'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   30 | k24: 1
      | ^~~
provstad-2024.yaml:31:1: fel: okänd nyckel 'k25'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   31 | k25: 1
      | ^~~
provstad-2024.yaml:32:1: fel: okänd nyckel 'k26'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   32 | k26: 1
      | ^~~
provstad-2024.yaml:33:1: fel: okänd nyckel 'k27'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   33 | k27: 1
      | ^~~
provstad-2024.yaml:34:1: fel: okänd nyckel 'k28'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   34 | k28: 1
      | ^~~
provstad-2024.yaml:35:1: fel: okänd nyckel 'k29'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   35 | k29: 1
      | ^~~
provstad-2024.yaml:36:1: fel: okänd nyckel 'k30'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   36 | k30: 1
      | ^~~
provstad-2024.yaml:37:1: fel: okänd nyckel 'k31'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   37 | k31: 1
      | ^~~
provstad-2024.yaml:38:1: fel: okänd nyckel 'k32'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   38 | k32: 1
      | ^~~
provstad-2024.yaml:39:1: fel: okänd nyckel 'k33'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   39 | k33: 1
      | ^~~
provstad-2024.yaml:40:1: fel: okänd nyckel 'k34'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   40 | k34: 1
      | ^~~
provstad-2024.yaml:41:1: fel: okänd nyckel 'k35'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   41 | k35: 1
      | ^~~
provstad-2024.yaml:42:1: fel: okänd nyckel 'k36'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   42 | k36: 1
      | ^~~
provstad-2024.yaml:43:1: fel: okänd nyckel 'k37'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   43 | k37: 1
      | ^~~
provstad-2024.yaml:44:1: fel: okänd nyckel 'k38'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   44 | k38: 1
      | ^~~
provstad-2024.yaml:45:1: fel: okänd nyckel 'k39'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   45 | k39: 1
      | ^~~
provstad-2024.yaml:46:1: fel: okänd nyckel 'k40'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   46 | k40: 1
      | ^~~
provstad-2024.yaml:47:1: fel: okänd nyckel 'k41'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   47 | k41: 1
      | ^~~
provstad-2024.yaml:48:1: fel: okänd nyckel 'k42'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   48 | k42: 1
      | ^~~
provstad-2024.yaml:49:1: fel: okänd nyckel 'k43'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   49 | k43: 1
      | ^~~
provstad-2024.yaml:50:1: fel: okänd nyckel 'k44'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   50 | k44: 1
      | ^~~
provstad-2024.yaml:51:1: fel: okänd nyckel 'k45'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   51 | k45: 1
      | ^~~
provstad-2024.yaml:52:1: fel: okänd nyckel 'k46'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   52 | k46: 1
      | ^~~
provstad-2024.yaml:53:1: fel: okänd nyckel 'k47'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   53 | k47: 1
      | ^~~
provstad-2024.yaml:54:1: fel: okänd nyckel 'k48'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   54 | k48: 1
      | ^~~
provstad-2024.yaml:55:1: fel: okänd nyckel 'k49'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   55 | k49: 1
      | ^~~
provstad-2024.yaml:56:1: fel: okänd nyckel 'k50'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   56 | k50: 1
      | ^~~
provstad-2024.yaml:57:1: fel: okänd nyckel 'k51'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   57 | k51: 1
      | ^~~
provstad-2024.yaml:58:1: fel: okänd nyckel 'k52'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   58 | k52: 1
      | ^~~
provstad-2024.yaml:59:1: fel: okänd nyckel 'k53'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   59 | k53: 1
      | ^~~
provstad-2024.yaml:60:1: fel: okänd nyckel 'k54'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   60 | k54: 1
      | ^~~
provstad-2024.yaml:61:1: fel: okänd nyckel 'k55'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   61 | k55: 1
      | ^~~
provstad-2024.yaml:62:1: fel: okänd nyckel 'k56'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   62 | k56: 1
      | ^~~
provstad-2024.yaml:63:1: fel: okänd nyckel 'k57'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   63 | k57: 1
      | ^~~
provstad-2024.yaml:64:1: fel: okänd nyckel 'k58'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   64 | k58: 1
      | ^~~
provstad-2024.yaml:65:1: fel: okänd nyckel 'k59'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   65 | k59: 1
      | ^~~
provstad-2024.yaml:66:1: fel: okänd nyckel 'k60'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   66 | k60: 1
      | ^~~
provstad-2024.yaml:67:1: fel: okänd nyckel 'k61'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   67 | k61: 1
      | ^~~
provstad-2024.yaml:68:1: fel: okänd nyckel 'k62'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   68 | k62: 1
      | ^~~
provstad-2024.yaml:69:1: fel: okänd nyckel 'k63'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   69 | k63: 1
      | ^~~
provstad-2024.yaml:70:1: fel: okänd nyckel 'k64'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   70 | k64: 1
      | ^~~
provstad-2024.yaml:71:1: fel: okänd nyckel 'k65'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   71 | k65: 1
      | ^~~
provstad-2024.yaml:72:1: fel: okänd nyckel 'k66'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   72 | k66: 1
      | ^~~
provstad-2024.yaml:73:1: fel: okänd nyckel 'k67'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   73 | k67: 1
      | ^~~
provstad-2024.yaml:74:1: fel: okänd nyckel 'k68'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   74 | k68: 1
      | ^~~
provstad-2024.yaml:75:1: fel: okänd nyckel 'k69'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   75 | k69: 1
      | ^~~
provstad-2024.yaml:76:1: fel: okänd nyckel 'k70'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   76 | k70: 1
      | ^~~
provstad-2024.yaml:77:1: fel: okänd nyckel 'k71'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   77 | k71: 1
      | ^~~
provstad-2024.yaml:78:1: fel: okänd nyckel 'k72'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   78 | k72: 1
      | ^~~
provstad-2024.yaml:79:1: fel: okänd nyckel 'k73'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   79 | k73: 1
      | ^~~
provstad-2024.yaml:80:1: fel: okänd nyckel 'k74'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   80 | k74: 1
      | ^~~
provstad-2024.yaml:81:1: fel: okänd nyckel 'k75'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   81 | k75: 1
      | ^~~
provstad-2024.yaml:82:1: fel: okänd nyckel 'k76'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   82 | k76: 1
      | ^~~
provstad-2024.yaml:83:1: fel: okänd nyckel 'k77'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   83 | k77: 1
      | ^~~
provstad-2024.yaml:84:1: fel: okänd nyckel 'k78'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   84 | k78: 1
      | ^~~
provstad-2024.yaml:85:1: fel: okänd nyckel 'k79'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   85 | k79: 1
      | ^~~
provstad-2024.yaml:86:1: fel: okänd nyckel 'k80'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   86 | k80: 1
      | ^~~
provstad-2024.yaml:87:1: fel: okänd nyckel 'k81'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   87 | k81: 1
      | ^~~
provstad-2024.yaml:88:1: fel: okänd nyckel 'k82'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   88 | k82: 1
      | ^~~
provstad-2024.yaml:89:1: fel: okänd nyckel 'k83'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   89 | k83: 1
      | ^~~
provstad-2024.yaml:90:1: fel: okänd nyckel 'k84'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   90 | k84: 1
      | ^~~
provstad-2024.yaml:91:1: fel: okänd nyckel 'k85'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   91 | k85: 1
      | ^~~
provstad-2024.yaml:92:1: fel: okänd nyckel 'k86'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   92 | k86: 1
      | ^~~
provstad-2024.yaml:93:1: fel: okänd nyckel 'k87'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   93 | k87: 1
      | ^~~
provstad-2024.yaml:94:1: fel: okänd nyckel 'k88'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   94 | k88: 1
      | ^~~
provstad-2024.yaml:95:1: fel: okänd nyckel 'k89'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   95 | k89: 1
      | ^~~
provstad-2024.yaml:96:1: fel: okänd nyckel 'k90'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   96 | k90: 1
      | ^~~
provstad-2024.yaml:97:1: fel: okänd nyckel 'k91'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   97 | k91: 1
      | ^~~
provstad-2024.yaml:98:1: fel: okänd nyckel 'k92'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   98 | k92: 1
      | ^~~
provstad-2024.yaml:99:1: fel: okänd nyckel 'k93'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
   99 | k93: 1
      | ^~~
provstad-2024.yaml:100:1: fel: okänd nyckel 'k94'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
  100 | k94: 1
      | ^~~
provstad-2024.yaml:101:1: fel: okänd nyckel 'k95'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
  101 | k95: 1
      | ^~~
provstad-2024.yaml:102:1: fel: okänd nyckel 'k96'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
  102 | k96: 1
      | ^~~
provstad-2024.yaml:103:1: fel: okänd nyckel 'k97'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
  103 | k97: 1
      | ^~~
provstad-2024.yaml:104:1: fel: okänd nyckel 'k98'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
  104 | k98: 1
      | ^~~
kompass: anmärkning: 299901 till visas inte; rätta de här först [KP099]
300001 fel
