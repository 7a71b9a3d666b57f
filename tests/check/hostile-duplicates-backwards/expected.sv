provstad-2024.yaml:3:9: fel: bedömningsmallen 'provmallen-2042' hittades inte; lägg provmallen-2042.yaml i en mapp 'rubrics' bredvid filen eller ovanför, eller ange mappen med --rubrics [KP060]
    3 | rubric: provmallen-2042
      |         ^~~~~~~~~~~~~~~
provstad-2024.yaml:240007:3: fel: nyckeln 'k240000' finns två gånger; behåll en [KP018]
240007 |   k240000: 1
      |   ^~~~~~~
provstad-2024.yaml:7:3: anmärkning: angavs först här
    7 |   k240000: 1
      |   ^~~~~~~
provstad-2024.yaml:240008:3: fel: nyckeln 'k239999' finns två gånger; behåll en [KP018]
240008 |   k239999: 1
      |   ^~~~~~~
provstad-2024.yaml:8:3: anmärkning: angavs först här
    8 |   k239999: 1
      |   ^~~~~~~
provstad-2024.yaml:240009:3: fel: nyckeln 'k239998' finns två gånger; behåll en [KP018]
240009 |   k239998: 1
      |   ^~~~~~~
provstad-2024.yaml:9:3: anmärkning: angavs först här
    9 |   k239998: 1
      |   ^~~~~~~
provstad-2024.yaml:240010:3: fel: nyckeln 'k239997' finns två gånger; behåll en [KP018]
240010 |   k239997: 1
      |   ^~~~~~~
provstad-2024.yaml:10:3: anmärkning: angavs först här
   10 |   k239997: 1
      |   ^~~~~~~
provstad-2024.yaml:240011:3: fel: nyckeln 'k239996' finns två gånger; behåll en [KP018]
240011 |   k239996: 1
      |   ^~~~~~~
provstad-2024.yaml:11:3: anmärkning: angavs först här
   11 |   k239996: 1
      |   ^~~~~~~
provstad-2024.yaml:240012:3: fel: nyckeln 'k239995' finns två gånger; behåll en [KP018]
240012 |   k239995: 1
      |   ^~~~~~~
provstad-2024.yaml:12:3: anmärkning: angavs först här
   12 |   k239995: 1
      |   ^~~~~~~
provstad-2024.yaml:240013:3: fel: nyckeln 'k239994' finns två gånger; behåll en [KP018]
240013 |   k239994: 1
      |   ^~~~~~~
provstad-2024.yaml:13:3: anmärkning: angavs först här
   13 |   k239994: 1
      |   ^~~~~~~
provstad-2024.yaml:240014:3: fel: nyckeln 'k239993' finns två gånger; behåll en [KP018]
240014 |   k239993: 1
      |   ^~~~~~~
provstad-2024.yaml:14:3: anmärkning: angavs först här
   14 |   k239993: 1
      |   ^~~~~~~
provstad-2024.yaml:240015:3: fel: nyckeln 'k239992' finns två gånger; behåll en [KP018]
240015 |   k239992: 1
      |   ^~~~~~~
provstad-2024.yaml:15:3: anmärkning: angavs först här
   15 |   k239992: 1
      |   ^~~~~~~
provstad-2024.yaml:240016:3: fel: nyckeln 'k239991' finns två gånger; behåll en [KP018]
240016 |   k239991: 1
      |   ^~~~~~~
provstad-2024.yaml:16:3: anmärkning: angavs först här
   16 |   k239991: 1
      |   ^~~~~~~
provstad-2024.yaml:240017:3: fel: nyckeln 'k239990' finns två gånger; behåll en [KP018]
240017 |   k239990: 1
      |   ^~~~~~~
provstad-2024.yaml:17:3: anmärkning: angavs först här
   17 |   k239990: 1
      |   ^~~~~~~
provstad-2024.yaml:240018:3: fel: nyckeln 'k239989' finns två gånger; behåll en [KP018]
240018 |   k239989: 1
      |   ^~~~~~~
provstad-2024.yaml:18:3: anmärkning: angavs först här
   18 |   k239989: 1
      |   ^~~~~~~
provstad-2024.yaml:240019:3: fel: nyckeln 'k239988' finns två gånger; behåll en [KP018]
240019 |   k239988: 1
      |   ^~~~~~~
provstad-2024.yaml:19:3: anmärkning: angavs först här
   19 |   k239988: 1
      |   ^~~~~~~
provstad-2024.yaml:240020:3: fel: nyckeln 'k239987' finns två gånger; behåll en [KP018]
240020 |   k239987: 1
      |   ^~~~~~~
provstad-2024.yaml:20:3: anmärkning: angavs först här
   20 |   k239987: 1
      |   ^~~~~~~
provstad-2024.yaml:240021:3: fel: nyckeln 'k239986' finns två gånger; behåll en [KP018]
240021 |   k239986: 1
      |   ^~~~~~~
provstad-2024.yaml:21:3: anmärkning: angavs först här
   21 |   k239986: 1
      |   ^~~~~~~
provstad-2024.yaml:240022:3: fel: nyckeln 'k239985' finns två gånger; behåll en [KP018]
240022 |   k239985: 1
      |   ^~~~~~~
provstad-2024.yaml:22:3: anmärkning: angavs först här
   22 |   k239985: 1
      |   ^~~~~~~
provstad-2024.yaml:240023:3: fel: nyckeln 'k239984' finns två gånger; behåll en [KP018]
240023 |   k239984: 1
      |   ^~~~~~~
provstad-2024.yaml:23:3: anmärkning: angavs först här
   23 |   k239984: 1
      |   ^~~~~~~
provstad-2024.yaml:240024:3: fel: nyckeln 'k239983' finns två gånger; behåll en [KP018]
240024 |   k239983: 1
      |   ^~~~~~~
provstad-2024.yaml:24:3: anmärkning: angavs först här
   24 |   k239983: 1
      |   ^~~~~~~
provstad-2024.yaml:240025:3: fel: nyckeln 'k239982' finns två gånger; behåll en [KP018]
240025 |   k239982: 1
      |   ^~~~~~~
provstad-2024.yaml:25:3: anmärkning: angavs först här
   25 |   k239982: 1
      |   ^~~~~~~
provstad-2024.yaml:240026:3: fel: nyckeln 'k239981' finns två gånger; behåll en [KP018]
240026 |   k239981: 1
      |   ^~~~~~~
provstad-2024.yaml:26:3: anmärkning: angavs först här
   26 |   k239981: 1
      |   ^~~~~~~
provstad-2024.yaml:240027:3: fel: nyckeln 'k239980' finns två gånger; behåll en [KP018]
240027 |   k239980: 1
      |   ^~~~~~~
provstad-2024.yaml:27:3: anmärkning: angavs först här
   27 |   k239980: 1
      |   ^~~~~~~
provstad-2024.yaml:240028:3: fel: nyckeln 'k239979' finns två gånger; behåll en [KP018]
240028 |   k239979: 1
      |   ^~~~~~~
provstad-2024.yaml:28:3: anmärkning: angavs först här
   28 |   k239979: 1
      |   ^~~~~~~
provstad-2024.yaml:240029:3: fel: nyckeln 'k239978' finns två gånger; behåll en [KP018]
240029 |   k239978: 1
      |   ^~~~~~~
provstad-2024.yaml:29:3: anmärkning: angavs först här
   29 |   k239978: 1
      |   ^~~~~~~
provstad-2024.yaml:240030:3: fel: nyckeln 'k239977' finns två gånger; behåll en [KP018]
240030 |   k239977: 1
      |   ^~~~~~~
provstad-2024.yaml:30:3: anmärkning: angavs först här
   30 |   k239977: 1
      |   ^~~~~~~
provstad-2024.yaml:240031:3: fel: nyckeln 'k239976' finns två gånger; behåll en [KP018]
240031 |   k239976: 1
      |   ^~~~~~~
provstad-2024.yaml:31:3: anmärkning: angavs först här
   31 |   k239976: 1
      |   ^~~~~~~
provstad-2024.yaml:240032:3: fel: nyckeln 'k239975' finns två gånger; behåll en [KP018]
240032 |   k239975: 1
      |   ^~~~~~~
provstad-2024.yaml:32:3: anmärkning: angavs först här
   32 |   k239975: 1
      |   ^~~~~~~
provstad-2024.yaml:240033:3: fel: nyckeln 'k239974' finns två gånger; behåll en [KP018]
240033 |   k239974: 1
      |   ^~~~~~~
provstad-2024.yaml:33:3: anmärkning: angavs först här
   33 |   k239974: 1
      |   ^~~~~~~
provstad-2024.yaml:240034:3: fel: nyckeln 'k239973' finns två gånger; behåll en [KP018]
240034 |   k239973: 1
      |   ^~~~~~~
provstad-2024.yaml:34:3: anmärkning: angavs först här
   34 |   k239973: 1
      |   ^~~~~~~
provstad-2024.yaml:240035:3: fel: nyckeln 'k239972' finns två gånger; behåll en [KP018]
240035 |   k239972: 1
      |   ^~~~~~~
provstad-2024.yaml:35:3: anmärkning: angavs först här
   35 |   k239972: 1
      |   ^~~~~~~
provstad-2024.yaml:240036:3: fel: nyckeln 'k239971' finns två gånger; behåll en [KP018]
240036 |   k239971: 1
      |   ^~~~~~~
provstad-2024.yaml:36:3: anmärkning: angavs först här
   36 |   k239971: 1
      |   ^~~~~~~
provstad-2024.yaml:240037:3: fel: nyckeln 'k239970' finns två gånger; behåll en [KP018]
240037 |   k239970: 1
      |   ^~~~~~~
provstad-2024.yaml:37:3: anmärkning: angavs först här
   37 |   k239970: 1
      |   ^~~~~~~
provstad-2024.yaml:240038:3: fel: nyckeln 'k239969' finns två gånger; behåll en [KP018]
240038 |   k239969: 1
      |   ^~~~~~~
provstad-2024.yaml:38:3: anmärkning: angavs först här
   38 |   k239969: 1
      |   ^~~~~~~
provstad-2024.yaml:240039:3: fel: nyckeln 'k239968' finns två gånger; behåll en [KP018]
240039 |   k239968: 1
      |   ^~~~~~~
provstad-2024.yaml:39:3: anmärkning: angavs först här
   39 |   k239968: 1
      |   ^~~~~~~
provstad-2024.yaml:240040:3: fel: nyckeln 'k239967' finns två gånger; behåll en [KP018]
240040 |   k239967: 1
      |   ^~~~~~~
provstad-2024.yaml:40:3: anmärkning: angavs först här
   40 |   k239967: 1
      |   ^~~~~~~
provstad-2024.yaml:240041:3: fel: nyckeln 'k239966' finns två gånger; behåll en [KP018]
240041 |   k239966: 1
      |   ^~~~~~~
provstad-2024.yaml:41:3: anmärkning: angavs först här
   41 |   k239966: 1
      |   ^~~~~~~
provstad-2024.yaml:240042:3: fel: nyckeln 'k239965' finns två gånger; behåll en [KP018]
240042 |   k239965: 1
      |   ^~~~~~~
provstad-2024.yaml:42:3: anmärkning: angavs först här
   42 |   k239965: 1
      |   ^~~~~~~
provstad-2024.yaml:240043:3: fel: nyckeln 'k239964' finns två gånger; behåll en [KP018]
240043 |   k239964: 1
      |   ^~~~~~~
provstad-2024.yaml:43:3: anmärkning: angavs först här
   43 |   k239964: 1
      |   ^~~~~~~
provstad-2024.yaml:240044:3: fel: nyckeln 'k239963' finns två gånger; behåll en [KP018]
240044 |   k239963: 1
      |   ^~~~~~~
provstad-2024.yaml:44:3: anmärkning: angavs först här
   44 |   k239963: 1
      |   ^~~~~~~
provstad-2024.yaml:240045:3: fel: nyckeln 'k239962' finns två gånger; behåll en [KP018]
240045 |   k239962: 1
      |   ^~~~~~~
provstad-2024.yaml:45:3: anmärkning: angavs först här
   45 |   k239962: 1
      |   ^~~~~~~
provstad-2024.yaml:240046:3: fel: nyckeln 'k239961' finns två gånger; behåll en [KP018]
240046 |   k239961: 1
      |   ^~~~~~~
provstad-2024.yaml:46:3: anmärkning: angavs först här
   46 |   k239961: 1
      |   ^~~~~~~
provstad-2024.yaml:240047:3: fel: nyckeln 'k239960' finns två gånger; behåll en [KP018]
240047 |   k239960: 1
      |   ^~~~~~~
provstad-2024.yaml:47:3: anmärkning: angavs först här
   47 |   k239960: 1
      |   ^~~~~~~
provstad-2024.yaml:240048:3: fel: nyckeln 'k239959' finns två gånger; behåll en [KP018]
240048 |   k239959: 1
      |   ^~~~~~~
provstad-2024.yaml:48:3: anmärkning: angavs först här
   48 |   k239959: 1
      |   ^~~~~~~
provstad-2024.yaml:240049:3: fel: nyckeln 'k239958' finns två gånger; behåll en [KP018]
240049 |   k239958: 1
      |   ^~~~~~~
provstad-2024.yaml:49:3: anmärkning: angavs först här
   49 |   k239958: 1
      |   ^~~~~~~
provstad-2024.yaml:240050:3: fel: nyckeln 'k239957' finns två gånger; behåll en [KP018]
240050 |   k239957: 1
      |   ^~~~~~~
provstad-2024.yaml:50:3: anmärkning: angavs först här
   50 |   k239957: 1
      |   ^~~~~~~
provstad-2024.yaml:240051:3: fel: nyckeln 'k239956' finns två gånger; behåll en [KP018]
240051 |   k239956: 1
      |   ^~~~~~~
provstad-2024.yaml:51:3: anmärkning: angavs först här
   51 |   k239956: 1
      |   ^~~~~~~
provstad-2024.yaml:240052:3: fel: nyckeln 'k239955' finns två gånger; behåll en [KP018]
240052 |   k239955: 1
      |   ^~~~~~~
provstad-2024.yaml:52:3: anmärkning: angavs först här
   52 |   k239955: 1
      |   ^~~~~~~
provstad-2024.yaml:240053:3: fel: nyckeln 'k239954' finns två gånger; behåll en [KP018]
240053 |   k239954: 1
      |   ^~~~~~~
provstad-2024.yaml:53:3: anmärkning: angavs först här
   53 |   k239954: 1
      |   ^~~~~~~
provstad-2024.yaml:240054:3: fel: nyckeln 'k239953' finns två gånger; behåll en [KP018]
240054 |   k239953: 1
      |   ^~~~~~~
provstad-2024.yaml:54:3: anmärkning: angavs först här
   54 |   k239953: 1
      |   ^~~~~~~
provstad-2024.yaml:240055:3: fel: nyckeln 'k239952' finns två gånger; behåll en [KP018]
240055 |   k239952: 1
      |   ^~~~~~~
provstad-2024.yaml:55:3: anmärkning: angavs först här
   55 |   k239952: 1
      |   ^~~~~~~
provstad-2024.yaml:240056:3: fel: nyckeln 'k239951' finns två gånger; behåll en [KP018]
240056 |   k239951: 1
      |   ^~~~~~~
provstad-2024.yaml:56:3: anmärkning: angavs först här
   56 |   k239951: 1
      |   ^~~~~~~
provstad-2024.yaml:240057:3: fel: nyckeln 'k239950' finns två gånger; behåll en [KP018]
240057 |   k239950: 1
      |   ^~~~~~~
provstad-2024.yaml:57:3: anmärkning: angavs först här
   57 |   k239950: 1
      |   ^~~~~~~
provstad-2024.yaml:240058:3: fel: nyckeln 'k239949' finns två gånger; behåll en [KP018]
240058 |   k239949: 1
      |   ^~~~~~~
provstad-2024.yaml:58:3: anmärkning: angavs först här
   58 |   k239949: 1
      |   ^~~~~~~
provstad-2024.yaml:240059:3: fel: nyckeln 'k239948' finns två gånger; behåll en [KP018]
240059 |   k239948: 1
      |   ^~~~~~~
provstad-2024.yaml:59:3: anmärkning: angavs först här
   59 |   k239948: 1
      |   ^~~~~~~
provstad-2024.yaml:240060:3: fel: nyckeln 'k239947' finns två gånger; behåll en [KP018]
240060 |   k239947: 1
      |   ^~~~~~~
provstad-2024.yaml:60:3: anmärkning: angavs först här
   60 |   k239947: 1
      |   ^~~~~~~
provstad-2024.yaml:240061:3: fel: nyckeln 'k239946' finns två gånger; behåll en [KP018]
240061 |   k239946: 1
      |   ^~~~~~~
provstad-2024.yaml:61:3: anmärkning: angavs först här
   61 |   k239946: 1
      |   ^~~~~~~
provstad-2024.yaml:240062:3: fel: nyckeln 'k239945' finns två gånger; behåll en [KP018]
240062 |   k239945: 1
      |   ^~~~~~~
provstad-2024.yaml:62:3: anmärkning: angavs först här
   62 |   k239945: 1
      |   ^~~~~~~
provstad-2024.yaml:240063:3: fel: nyckeln 'k239944' finns två gånger; behåll en [KP018]
240063 |   k239944: 1
      |   ^~~~~~~
provstad-2024.yaml:63:3: anmärkning: angavs först här
   63 |   k239944: 1
      |   ^~~~~~~
provstad-2024.yaml:240064:3: fel: nyckeln 'k239943' finns två gånger; behåll en [KP018]
240064 |   k239943: 1
      |   ^~~~~~~
provstad-2024.yaml:64:3: anmärkning: angavs först här
   64 |   k239943: 1
      |   ^~~~~~~
provstad-2024.yaml:240065:3: fel: nyckeln 'k239942' finns två gånger; behåll en [KP018]
240065 |   k239942: 1
      |   ^~~~~~~
provstad-2024.yaml:65:3: anmärkning: angavs först här
   65 |   k239942: 1
      |   ^~~~~~~
provstad-2024.yaml:240066:3: fel: nyckeln 'k239941' finns två gånger; behåll en [KP018]
240066 |   k239941: 1
      |   ^~~~~~~
provstad-2024.yaml:66:3: anmärkning: angavs först här
   66 |   k239941: 1
      |   ^~~~~~~
provstad-2024.yaml:240067:3: fel: nyckeln 'k239940' finns två gånger; behåll en [KP018]
240067 |   k239940: 1
      |   ^~~~~~~
provstad-2024.yaml:67:3: anmärkning: angavs först här
   67 |   k239940: 1
      |   ^~~~~~~
provstad-2024.yaml:240068:3: fel: nyckeln 'k239939' finns två gånger; behåll en [KP018]
240068 |   k239939: 1
      |   ^~~~~~~
provstad-2024.yaml:68:3: anmärkning: angavs först här
   68 |   k239939: 1
      |   ^~~~~~~
provstad-2024.yaml:240069:3: fel: nyckeln 'k239938' finns två gånger; behåll en [KP018]
240069 |   k239938: 1
      |   ^~~~~~~
provstad-2024.yaml:69:3: anmärkning: angavs först här
   69 |   k239938: 1
      |   ^~~~~~~
provstad-2024.yaml:240070:3: fel: nyckeln 'k239937' finns två gånger; behåll en [KP018]
240070 |   k239937: 1
      |   ^~~~~~~
provstad-2024.yaml:70:3: anmärkning: angavs först här
   70 |   k239937: 1
      |   ^~~~~~~
provstad-2024.yaml:240071:3: fel: nyckeln 'k239936' finns två gånger; behåll en [KP018]
240071 |   k239936: 1
      |   ^~~~~~~
provstad-2024.yaml:71:3: anmärkning: angavs först här
   71 |   k239936: 1
      |   ^~~~~~~
provstad-2024.yaml:240072:3: fel: nyckeln 'k239935' finns två gånger; behåll en [KP018]
240072 |   k239935: 1
      |   ^~~~~~~
provstad-2024.yaml:72:3: anmärkning: angavs först här
   72 |   k239935: 1
      |   ^~~~~~~
provstad-2024.yaml:240073:3: fel: nyckeln 'k239934' finns två gånger; behåll en [KP018]
240073 |   k239934: 1
      |   ^~~~~~~
provstad-2024.yaml:73:3: anmärkning: angavs först här
   73 |   k239934: 1
      |   ^~~~~~~
provstad-2024.yaml:240074:3: fel: nyckeln 'k239933' finns två gånger; behåll en [KP018]
240074 |   k239933: 1
      |   ^~~~~~~
provstad-2024.yaml:74:3: anmärkning: angavs först här
   74 |   k239933: 1
      |   ^~~~~~~
provstad-2024.yaml:240075:3: fel: nyckeln 'k239932' finns två gånger; behåll en [KP018]
240075 |   k239932: 1
      |   ^~~~~~~
provstad-2024.yaml:75:3: anmärkning: angavs först här
   75 |   k239932: 1
      |   ^~~~~~~
provstad-2024.yaml:240076:3: fel: nyckeln 'k239931' finns två gånger; behåll en [KP018]
240076 |   k239931: 1
      |   ^~~~~~~
provstad-2024.yaml:76:3: anmärkning: angavs först här
   76 |   k239931: 1
      |   ^~~~~~~
provstad-2024.yaml:240077:3: fel: nyckeln 'k239930' finns två gånger; behåll en [KP018]
240077 |   k239930: 1
      |   ^~~~~~~
provstad-2024.yaml:77:3: anmärkning: angavs först här
   77 |   k239930: 1
      |   ^~~~~~~
provstad-2024.yaml:240078:3: fel: nyckeln 'k239929' finns två gånger; behåll en [KP018]
240078 |   k239929: 1
      |   ^~~~~~~
provstad-2024.yaml:78:3: anmärkning: angavs först här
   78 |   k239929: 1
      |   ^~~~~~~
provstad-2024.yaml:240079:3: fel: nyckeln 'k239928' finns två gånger; behåll en [KP018]
240079 |   k239928: 1
      |   ^~~~~~~
provstad-2024.yaml:79:3: anmärkning: angavs först här
   79 |   k239928: 1
      |   ^~~~~~~
provstad-2024.yaml:240080:3: fel: nyckeln 'k239927' finns två gånger; behåll en [KP018]
240080 |   k239927: 1
      |   ^~~~~~~
provstad-2024.yaml:80:3: anmärkning: angavs först här
   80 |   k239927: 1
      |   ^~~~~~~
provstad-2024.yaml:240081:3: fel: nyckeln 'k239926' finns två gånger; behåll en [KP018]
240081 |   k239926: 1
      |   ^~~~~~~
provstad-2024.yaml:81:3: anmärkning: angavs först här
   81 |   k239926: 1
      |   ^~~~~~~
provstad-2024.yaml:240082:3: fel: nyckeln 'k239925' finns två gånger; behåll en [KP018]
240082 |   k239925: 1
      |   ^~~~~~~
provstad-2024.yaml:82:3: anmärkning: angavs först här
   82 |   k239925: 1
      |   ^~~~~~~
provstad-2024.yaml:240083:3: fel: nyckeln 'k239924' finns två gånger; behåll en [KP018]
240083 |   k239924: 1
      |   ^~~~~~~
provstad-2024.yaml:83:3: anmärkning: angavs först här
   83 |   k239924: 1
      |   ^~~~~~~
provstad-2024.yaml:240084:3: fel: nyckeln 'k239923' finns två gånger; behåll en [KP018]
240084 |   k239923: 1
      |   ^~~~~~~
provstad-2024.yaml:84:3: anmärkning: angavs först här
   84 |   k239923: 1
      |   ^~~~~~~
provstad-2024.yaml:240085:3: fel: nyckeln 'k239922' finns två gånger; behåll en [KP018]
240085 |   k239922: 1
      |   ^~~~~~~
provstad-2024.yaml:85:3: anmärkning: angavs först här
   85 |   k239922: 1
      |   ^~~~~~~
provstad-2024.yaml:240086:3: fel: nyckeln 'k239921' finns två gånger; behåll en [KP018]
240086 |   k239921: 1
      |   ^~~~~~~
provstad-2024.yaml:86:3: anmärkning: angavs först här
   86 |   k239921: 1
      |   ^~~~~~~
provstad-2024.yaml:240087:3: fel: nyckeln 'k239920' finns två gånger; behåll en [KP018]
240087 |   k239920: 1
      |   ^~~~~~~
provstad-2024.yaml:87:3: anmärkning: angavs först här
   87 |   k239920: 1
      |   ^~~~~~~
provstad-2024.yaml:240088:3: fel: nyckeln 'k239919' finns två gånger; behåll en [KP018]
240088 |   k239919: 1
      |   ^~~~~~~
provstad-2024.yaml:88:3: anmärkning: angavs först här
   88 |   k239919: 1
      |   ^~~~~~~
provstad-2024.yaml:240089:3: fel: nyckeln 'k239918' finns två gånger; behåll en [KP018]
240089 |   k239918: 1
      |   ^~~~~~~
provstad-2024.yaml:89:3: anmärkning: angavs först här
   89 |   k239918: 1
      |   ^~~~~~~
provstad-2024.yaml:240090:3: fel: nyckeln 'k239917' finns två gånger; behåll en [KP018]
240090 |   k239917: 1
      |   ^~~~~~~
provstad-2024.yaml:90:3: anmärkning: angavs först här
   90 |   k239917: 1
      |   ^~~~~~~
provstad-2024.yaml:240091:3: fel: nyckeln 'k239916' finns två gånger; behåll en [KP018]
240091 |   k239916: 1
      |   ^~~~~~~
provstad-2024.yaml:91:3: anmärkning: angavs först här
   91 |   k239916: 1
      |   ^~~~~~~
provstad-2024.yaml:240092:3: fel: nyckeln 'k239915' finns två gånger; behåll en [KP018]
240092 |   k239915: 1
      |   ^~~~~~~
provstad-2024.yaml:92:3: anmärkning: angavs först här
   92 |   k239915: 1
      |   ^~~~~~~
provstad-2024.yaml:240093:3: fel: nyckeln 'k239914' finns två gånger; behåll en [KP018]
240093 |   k239914: 1
      |   ^~~~~~~
provstad-2024.yaml:93:3: anmärkning: angavs först här
   93 |   k239914: 1
      |   ^~~~~~~
provstad-2024.yaml:240094:3: fel: nyckeln 'k239913' finns två gånger; behåll en [KP018]
240094 |   k239913: 1
      |   ^~~~~~~
provstad-2024.yaml:94:3: anmärkning: angavs först här
   94 |   k239913: 1
      |   ^~~~~~~
provstad-2024.yaml:240095:3: fel: nyckeln 'k239912' finns två gånger; behåll en [KP018]
240095 |   k239912: 1
      |   ^~~~~~~
provstad-2024.yaml:95:3: anmärkning: angavs först här
   95 |   k239912: 1
      |   ^~~~~~~
provstad-2024.yaml:240096:3: fel: nyckeln 'k239911' finns två gånger; behåll en [KP018]
240096 |   k239911: 1
      |   ^~~~~~~
provstad-2024.yaml:96:3: anmärkning: angavs först här
   96 |   k239911: 1
      |   ^~~~~~~
provstad-2024.yaml:240097:3: fel: nyckeln 'k239910' finns två gånger; behåll en [KP018]
240097 |   k239910: 1
      |   ^~~~~~~
provstad-2024.yaml:97:3: anmärkning: angavs först här
   97 |   k239910: 1
      |   ^~~~~~~
provstad-2024.yaml:240098:3: fel: nyckeln 'k239909' finns två gånger; behåll en [KP018]
240098 |   k239909: 1
      |   ^~~~~~~
provstad-2024.yaml:98:3: anmärkning: angavs först här
   98 |   k239909: 1
      |   ^~~~~~~
provstad-2024.yaml:240099:3: fel: nyckeln 'k239908' finns två gånger; behåll en [KP018]
240099 |   k239908: 1
      |   ^~~~~~~
provstad-2024.yaml:99:3: anmärkning: angavs först här
   99 |   k239908: 1
      |   ^~~~~~~
provstad-2024.yaml:240100:3: fel: nyckeln 'k239907' finns två gånger; behåll en [KP018]
240100 |   k239907: 1
      |   ^~~~~~~
provstad-2024.yaml:100:3: anmärkning: angavs först här
  100 |   k239907: 1
      |   ^~~~~~~
provstad-2024.yaml:240101:3: fel: nyckeln 'k239906' finns två gånger; behåll en [KP018]
240101 |   k239906: 1
      |   ^~~~~~~
provstad-2024.yaml:101:3: anmärkning: angavs först här
  101 |   k239906: 1
      |   ^~~~~~~
provstad-2024.yaml:240102:3: fel: nyckeln 'k239905' finns två gånger; behåll en [KP018]
240102 |   k239905: 1
      |   ^~~~~~~
provstad-2024.yaml:102:3: anmärkning: angavs först här
  102 |   k239905: 1
      |   ^~~~~~~
provstad-2024.yaml:240103:3: fel: nyckeln 'k239904' finns två gånger; behåll en [KP018]
240103 |   k239904: 1
      |   ^~~~~~~
provstad-2024.yaml:103:3: anmärkning: angavs först här
  103 |   k239904: 1
      |   ^~~~~~~
provstad-2024.yaml:240104:3: fel: nyckeln 'k239903' finns två gånger; behåll en [KP018]
240104 |   k239903: 1
      |   ^~~~~~~
provstad-2024.yaml:104:3: anmärkning: angavs först här
  104 |   k239903: 1
      |   ^~~~~~~
provstad-2024.yaml:240105:3: fel: nyckeln 'k239902' finns två gånger; behåll en [KP018]
240105 |   k239902: 1
      |   ^~~~~~~
provstad-2024.yaml:105:3: anmärkning: angavs först här
  105 |   k239902: 1
      |   ^~~~~~~
kompass: anmärkning: 239901 till visas inte; rätta de här först [KP099]
240001 fel
