provstad-uppf-2026.yaml:9:5: anmärkning: bedömning och siffror pekar åt olika håll: rapporten anger reached, medan ett målvärde inte är nått (2026: 83, målvärde 93); båda visas [KP170]
    9 |     assessment: reached
      |     ^~~~~~~~~~
provstad-uppf-2026.yaml:15:5: anmärkning: bedömning och siffror pekar åt olika håll: rapporten anger not_reached, medan varje målvärde är nått (2026-11: 9.75, målvärde 10); båda visas [KP170]
   15 |     assessment: not_reached
      |     ^~~~~~~~~~
provstad-uppf-2026.yaml:20:5: anmärkning: bedömning och siffror pekar åt olika håll: rapporten anger reached, medan ett målvärde inte är nått (2025: 93, målvärde 95); båda visas [KP170]
   20 |     assessment: reached
      |     ^~~~~~~~~~
3 anmärkningar
