"""First names that are usual in a German city. One of them before another noun is somebody, also where no field says so."""

from __future__ import annotations

from wiq_cli.scan.wordnames import WORD_NAMES, listed

FIRST_NAMES = (
    listed("""
    adam adele adrian agnes ahmad ahmed aischa albert albrecht alena alex alexander alexandra alfred ali alice alina alma amadou amelie amina amir ana
    anastasia andrea andreas andrej andrzej angela angelika anita anja anke anna annalena anne annegret anneliese annemarie annett annette annika anton antje
    antonia armin arne arno arthur artur astrid axel ayse barbara bärbel bastian beate beatrix benedikt benjamin bernd bernhard berta bettina birgit birgitta
    bjarne björn bodo boris brigitte britta bruno burkhard camilla carina carl carla carlo carlos carmen carola carolin caroline carsten cem charlotte
    christa christel christian christiane christin christina christine christoph clara claudia claus clemens constanze cornelia cornelius cosima dagmar
    damian dana daniel daniela dariusz david denis dennis detlef detlev diana dieter dietmar dietrich dirk dmitri dominik dora doreen doris dorothea
    eberhard eckhard edda edeltraud edgar edith eduard egon eike elena eleonore elfriede elif elisa elisabeth elke ella ellen elsa elvira emil emilia emily
    emine emma emre enrico erhard eric erich erik erika erna erwin esra esther eugen eva evelin evelyn fabian fatima fatma felicitas felix ferdinand finn
    florian franz franziska frauke fred frida frieda friedemann friederike friedhelm friedrich fritz gabi gabriel gabriele georg gerald gerd gerda gerhard
    gerlinde gert gertraud gertrud gesine gisela giulia gottfried götz gregor greta gudrun gundula günter günther gustav hakan halina hanna hannah hannelore
    hannes hans harald hartmut hasan hassan hedwig heidemarie heidi heidrun heike heiko heiner heinrich heinz helena helene helga helmut hendrik henning
    henriette henrik henry herbert hermann hilde hildegard holger horst hubert hugo hussein ibrahim ida igor ilka ilona ilse imke ina ines inga inge ingeborg
    ingo ingrid inka irena irene irina irmgard isabel isabella isabelle isolde ivan ivonne jakob jan jana janina janine jannik jaqueline jaroslaw jasmina
    jean jennifer jenny jens jessica jette joachim jochen johann johanna johannes jonas jonathan jorinde jörg jörn josef josefine joseph joshua judith julia
    julian juliane jule julius jürgen jutta karim karin karina karl karla karolin karoline karsten katarina katharina kathleen kathrin katja katrin kemal
    kerstin kevin kilian kirsten klara klaus konrad konstantin konstanze kristin kristina kurt lara lars laura lea leah lena leni lennard lennart leo leon
    leonhard leonie levin liam liane liesbeth lina linda linus lisa liselotte lotte lothar louis louisa luca ludwig luis luisa luise lukas lutz lydia
    magda magdalena maik maike maja malte mandy manfred manja manuel manuela marc marcel marco marcus mareike maren margarete margit margot margret maria
    marian mariana marianne marie marina mario marion marit marius markus marlene marlies marta martha marthe martin martina marvin mathias mathilda
    mathilde matteo matthias maurice max maximilian mehmet meike meinolf melanie melina mia michael michaela michail michel michelle mika mike mila mira
    miriam mirjam mohamad mohamed mohammad mohammed monika moritz muhammad murat mustafa nadia nadine nadja natalia natalie natascha nele nicholas nico nicola
    nicole niels niklas nikola nikolai nikolaus nils nina noah nora norbert nour oksana olaf ole oleg olena olga oliver olivia omar oskar ottilie otto pascal
    patricia patrick paul paula pauline peggy petra philipp philippa pia pierre piotr rabea rahel raik raimund rainer ralf ralph ramona raphael raphaela
    rebecca rebekka regina reiner reinhard reinhold renate rene ricarda richard rita robert roberto robin roger roland rolf roman romy ronald ronny rosemarie
    rosi roswitha rüdiger rudi rudolf rupert ruth sabine sabrina said samira samuel sandra sandy sara sarah sascha sebastian selina selma sergej sibylle
    siegfried sieglinde sigrid sigrun silke silvia silvio simon simone sina sofia sofie solveig sonja sophia sophie stefan stefanie steffen steffi stella
    stephan stephanie susann susanna susanne sven svenja svetlana swantje swetlana sybille sylvia tamara tanja tatjana teresa tessa thea thekla theo theodor
    theresa therese thilo thomas thoralf thorsten tilda till tilman tim timo tina tobias tom toni torben torsten traudel udo ulf uli ulla ullrich ulrich
    ulrike ursula ute uta uwe vadim valentin valentina vanessa vera verena veronika victor victoria viktor viktoria vincent vivian vladimir volker volkmar
    waldemar walter walther waltraud wanda wenzel werner wiebke wieland wilfried wilhelm wilhelmine willi willy winfried wladimir wolfgang wolfram xaver
    yannick yasemin yasin youssef yusuf yvonne zeynep zoe
    """)
    - WORD_NAMES
)
