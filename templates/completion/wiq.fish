# Ergänzt Aufrufe von wiq mit der Tabulatortaste, in fish. Dabei läuft kein Programm.
# Namen von Teams und Beschlüssen sind die Namen der Dateien im Netzwerk.

# <tables>
function __wiq_at -S
    set subs ''
    set opts ''
    set args
    switch $argv[1]
        case ''
            set subs 'init new-team doctor completion status meetings needs find report add done set measure archive person decide check fmt explain rules publish audit export schema migrate merge-driver'
            set opts '--version --root --today --help'
        case 'init'
            set opts '--name --place --state --domain --carrier --privacy --imprint --dry-run --root --today --help'
            set args '@folder'
        case 'new-team'
            set opts '--id --type --from --dry-run --subtitle --list-address --district --topic --problem --summary --goal --until --occasion --long-term --impact --progress --step --support --lead --member --partner --rhythm --date --place --question --root --today --help'
            set args '@any'
        case 'doctor'
            set opts '--format --fix --dry-run --root --today --help'
        case 'completion'
            set opts '--root --today --help'
            set args 'bash zsh fish'
        case 'status'
            set opts '--why --all --site --format --output --root --today --help'
        case 'meetings'
            set subs 'add cancel move free rhythm'
            set opts '--team --district --from --to --days --next --format --series --conflicts --root --today --help'
        case 'meetings add'
            set opts '--from-poll --pick --place --dry-run --root --today --help'
            set args '@team' '@any'
        case 'meetings cancel'
            set opts '--reason --notice --dry-run --root --today --help'
            set args '@team' '@any'
        case 'meetings move'
            set opts '--place --notice --dry-run --root --today --help'
            set args '@team' '@any' '@any'
        case 'meetings free'
            set opts '--day --hours --duration --weeks --every --place --format --root --today --help'
            set args '@team' '@again'
        case 'meetings rhythm'
            set opts '--time --yes -y --dry-run --format --root --today --help'
            set args '@team'
        case 'needs'
            set opts '--team --district --kind --all --format --root --today --help'
        case 'find'
            set opts '--kind --limit --format --root --today --help'
            set args '@any'
        case 'report'
            set opts '--from --to --for --format --sources --output --root --today --help'
        case 'add'
            set opts '--dry-run --bis --erreicht --am --einheit --ausgangswert --soll --beitrag_zu --erledigt --notizen --art --notiz --url --stand --root --today --help'
            set args '@team' 'frueher stadtteile themen problem ziele.teilziele ziele.langfristig wirkung stand weg support kooperationspartner offene_fragen chronik notizen' '@any'
        case 'done'
            set opts '--am --dry-run --root --today --help'
            set args '@team' 'ziele.teilziele stand weg' '@any'
        case 'set'
            set opts '--clear --dry-run --root --today --help'
            set args '@team' 'art name untertitel verteiler status zusammenfassung ziele.bis ziele.anlass treffen.ort treffen.dauer treffen.oeffentlich treffen.link' '@after'
        case 'measure'
            set opts '--dry-run --am --quelle --root --today --help'
            set args '@team' '@any' '@any'
        case 'archive'
            set opts '--on --drop-contacts --yes -y --dry-run --root --today --help'
            set args '@team'
        case 'person'
            set subs 'add leave consent revoke preview show forget'
            set opts '--format --root --today --help'
        case 'person add'
            set opts '--lead --dry-run --kennung --name --email --telefon --rolle --seit --minderjaehrig --root --today --help'
            set args '@team'
        case 'person leave'
            set opts '--team --on --dry-run --root --today --help'
            set args '@any' '@again'
        case 'person consent'
            set opts '--purpose --answer --on --proof --until --team --yes -y --dry-run --root --today --help'
            set args '@any' '@again'
        case 'person revoke'
            set opts '--purpose --on --team --out --dry-run --root --today --help'
            set args '@any' '@again'
        case 'person preview'
            set opts '--format --root --today --help'
            set args '@any' '@again'
        case 'person show'
            set opts '--format --out --root --today --help'
            set args '@any' '@again'
        case 'person forget'
            set opts '--plan --out --yes -y --dry-run --root --today --help'
            set args '@any' '@again'
        case 'decide'
            set subs 'new vote close list show due reword note ok task done supersede who join agenda minutes report verify'
            set opts '--format --root --today --help'
        case 'decide new'
            set opts '--team --title --wording --kind --reason --lt --grant --refuse --defer --until --person --into --bank --tell --topic --eur --circulate --secret --replaces --procedure --decides --fallback --dry-run --root --today --help'
        case 'decide vote'
            set opts '--ja --nein --enthaltung --ungueltig --zustimmung --leichte-bedenken --beiseite --schwere-bedenken --veto --option --objection --person --named --recused --excluded --present --lead --keeper --place --invited --quorate --not-quorate --review --question --late --date --dry-run --root --today --help'
            set args '@beschluss'
        case 'decide close'
            set opts '--outcome --date --task --by --until --objection --internal --reason --next --review --question --dry-run --root --today --help'
            set args '@beschluss'
        case 'decide list'
            set opts '--team --lt --since --in-force --format --root --today --help'
        case 'decide show'
            set opts '--compare --format --root --today --help'
            set args '@beschluss'
        case 'decide due'
            set opts '--team --strict --format --root --today --help'
        case 'decide reword'
            set opts '--dry-run --root --today --help'
            set args '@beschluss' '@any'
        case 'decide note'
            set opts '--kind --date --dry-run --root --today --help'
            set args '@beschluss' '@any'
        case 'decide ok'
            set opts '--yes --no --text --date --dry-run --root --today --help'
            set args '@beschluss' '@any' 'informieren anhoeren benehmen einvernehmen'
        case 'decide task'
            set opts '--team --person --until --dry-run --root --today --help'
            set args '@beschluss' '@any'
        case 'decide done'
            set opts '--dry-run --root --today --help'
            set args '@beschluss' '@any'
        case 'decide supersede'
            set opts '--dry-run --root --today --help'
            set args '@any' '@any'
        case 'decide who'
            set opts '--eur --format --root --today --help'
            set args '@any'
        case 'decide join'
            set opts '--bank --format --root --today --help'
            set args '@any' '@team'
        case 'decide agenda'
            set opts '--date --format --root --today --help'
            set args '@team'
        case 'decide minutes'
            set opts '--date --public --format --root --today --help'
            set args '@team'
        case 'decide report'
            set opts '--from --to --quarter --format --root --today --help'
        case 'decide verify'
            set opts '--since --anchor --sign --signers --export --public --format --dry-run --root --today --help'
            set args '@beschluss' '@again'
        case 'check'
            set opts '--format --select --ignore --changed --staged --strict --all --baseline --write-baseline --as --fix --dry-run --no-cache --root --today --help'
            set args '@file' '@again'
        case 'fmt'
            set opts '--check --dry-run --as --root --today --help'
            set args '@file' '@again'
        case 'explain'
            set opts '--root --today --help'
            set args 'WIQ001 WIQ002 WIQ003 WIQ004 WIQ005 WIQ006 WIQ007 WIQ008 WIQ009 WIQ010 WIQ011 WIQ012 WIQ013 WIQ014 WIQ015 WIQ016 WIQ020 WIQ021 WIQ022 WIQ023 WIQ024 WIQ025 WIQ026 WIQ027 WIQ028 WIQ029 WIQ030 WIQ031 WIQ040 WIQ041 WIQ050 WIQ051 WIQ052 WIQ053 WIQ101 WIQ102 WIQ103 WIQ104 WIQ105 WIQ106 WIQ107 WIQ108 WIQ109 WIQ110 WIQ111 WIQ112 WIQ113 WIQ114 WIQ115 WIQ116 WIQ117 WIQ118 WIQ119 WIQ120 WIQ121 WIQ122 WIQ123 WIQ201 WIQ202 WIQ203 WIQ210 WIQ211 WIQ212 WIQ213 WIQ214 WIQ215 WIQ216 WIQ220 WIQ221 WIQ222 WIQ223 WIQ224 WIQ280 WIQ281 WIQ282 WIQ283 WIQ301 WIQ302 WIQ303 WIQ304 WIQ305 WIQ306 WIQ307 WIQ308 WIQ309 WIQ310 WIQ311 WIQ312 WIQ313 WIQ314 WIQ320 WIQ321 WIQ322 WIQ323 WIQ324 WIQ325 WIQ326 WIQ327 WIQ328 WIQ401 WIQ402 WIQ403 WIQ404 WIQ405 WIQ406 WIQ407 WIQ408 WIQ409 WIQ410 WIQ411 WIQ412 WIQ413 WIQ414 WIQ415 WIQ416 WIQ417 WIQ418 WIQ421 WIQ422 WIQ423 WIQ424 WIQ425 WIQ426 WIQ427 WIQ428 WIQ429 WIQ430 WIQ431 WIQ432 WIQ433 WIQ434 WIQ435 WIQ436 WIQ437 WIQ438 WIQ441 WIQ442 WIQ443 WIQ444 WIQ445 WIQ446 WIQ451 WIQ452 WIQ453 WIQ454 WIQ461 WIQ462 WIQ463 WIQ501 WIQ502 WIQ503 WIQ504 WIQ505 WIQ506 WIQ511 WIQ521 WIQ522 WIQ531 WIQ541 WIQ551 WIQ552 WIQ553 WIQ901 WIQ902 WIQ903 WIQ904 WIQ905 WIQ906 WIQ907 WIQ908 WIQ909 WIQ910 WIQ911 WIQ912 WIQ913'
        case 'rules'
            set opts '--format --root --today --help'
        case 'publish'
            set opts '--out --only --skip-refused --check --look-back --fragment --template --serve --port --dry-run --format --root --today --help'
        case 'audit'
            set opts '--commit-message --format --root --today --help'
            set args '@file' '@again'
        case 'export'
            set subs 'lists contacts record'
            set opts '--root --today --help'
        case 'export lists'
            set opts '--format --output --dry-run --root --today --help'
        case 'export contacts'
            set opts '--format --output --root --today --help'
            set args '@team' '@again'
        case 'export record'
            set opts '--format --root --today --help'
        case 'schema'
            set opts '--root --today --help'
            set args 'team wiq regeln beschluss freigaben'
        case 'migrate'
            set opts '--dry-run --root --today --help'
            set args '@file' '@again'
        case 'merge-driver'
            set opts '--root --today --help'
            set args '@any' '@any' '@any' '@file' '@any'
    end
end

function __wiq_value -S
    set what ''
    switch "$argv[1] $argv[2]"
        case '* --today' \
            'init --name' \
            'init --place' \
            'init --state' \
            'init --domain' \
            'init --carrier' \
            'init --privacy' \
            'init --imprint' \
            'new-team --id' \
            'new-team --type' \
            'new-team --subtitle' \
            'new-team --list-address' \
            'new-team --district' \
            'new-team --topic' \
            'new-team --problem' \
            'new-team --summary' \
            'new-team --goal' \
            'new-team --until' \
            'new-team --occasion' \
            'new-team --long-term' \
            'new-team --impact' \
            'new-team --progress' \
            'new-team --step' \
            'new-team --support' \
            'new-team --lead' \
            'new-team --member' \
            'new-team --partner' \
            'new-team --rhythm' \
            'new-team --date' \
            'new-team --place' \
            'new-team --question' \
            'meetings --district' \
            'meetings --from' \
            'meetings --to' \
            'meetings --days' \
            'meetings --next' \
            'meetings add --pick' \
            'meetings add --place' \
            'meetings cancel --reason' \
            'meetings move --place' \
            'meetings free --day' \
            'meetings free --hours' \
            'meetings free --duration' \
            'meetings free --weeks' \
            'meetings free --every' \
            'meetings free --place' \
            'meetings rhythm --time' \
            'needs --district' \
            'needs --kind' \
            'find --limit' \
            'report --from' \
            'report --to' \
            'add --bis' \
            'add --am' \
            'add --einheit' \
            'add --ausgangswert' \
            'add --soll' \
            'add --notizen' \
            'add --notiz' \
            'add --url' \
            'add --stand' \
            'done --am' \
            'measure --am' \
            'measure --quelle' \
            'archive --on' \
            'person add --kennung' \
            'person add --name' \
            'person add --email' \
            'person add --telefon' \
            'person add --rolle' \
            'person add --seit' \
            'person leave --on' \
            'person consent --on' \
            'person consent --proof' \
            'person consent --until' \
            'person revoke --on' \
            'decide new --title' \
            'decide new --wording' \
            'decide new --kind' \
            'decide new --reason' \
            'decide new --grant' \
            'decide new --refuse' \
            'decide new --defer' \
            'decide new --until' \
            'decide new --person' \
            'decide new --bank' \
            'decide new --topic' \
            'decide new --eur' \
            'decide new --circulate' \
            'decide new --procedure' \
            'decide new --decides' \
            'decide new --fallback' \
            'decide vote --ja' \
            'decide vote --nein' \
            'decide vote --enthaltung' \
            'decide vote --ungueltig' \
            'decide vote --zustimmung' \
            'decide vote --leichte-bedenken' \
            'decide vote --beiseite' \
            'decide vote --schwere-bedenken' \
            'decide vote --veto' \
            'decide vote --option' \
            'decide vote --objection' \
            'decide vote --person' \
            'decide vote --recused' \
            'decide vote --excluded' \
            'decide vote --present' \
            'decide vote --lead' \
            'decide vote --keeper' \
            'decide vote --place' \
            'decide vote --invited' \
            'decide vote --review' \
            'decide vote --question' \
            'decide vote --date' \
            'decide close --date' \
            'decide close --task' \
            'decide close --by' \
            'decide close --until' \
            'decide close --objection' \
            'decide close --internal' \
            'decide close --reason' \
            'decide close --next' \
            'decide close --review' \
            'decide close --question' \
            'decide list --since' \
            'decide note --kind' \
            'decide note --date' \
            'decide ok --text' \
            'decide ok --date' \
            'decide task --person' \
            'decide task --until' \
            'decide who --eur' \
            'decide join --bank' \
            'decide agenda --date' \
            'decide minutes --date' \
            'decide report --from' \
            'decide report --to' \
            'decide report --quarter' \
            'decide verify --since' \
            'check --changed' \
            'publish --port'
            set what '@any'
        case 'decide new --replaces'
            set what '@beschluss'
        case 'new-team --from' \
            'status --output' \
            'meetings add --from-poll' \
            'report --output' \
            'person forget --plan' \
            'decide verify --sign' \
            'decide verify --signers' \
            'decide verify --public' \
            'check --baseline' \
            'check --write-baseline' \
            'check --as' \
            'fmt --as' \
            'publish --template' \
            'export contacts --output'
            set what '@file'
        case '* --root' \
            'status --site' \
            'person revoke --out' \
            'person show --out' \
            'person forget --out' \
            'publish --out' \
            'export lists --output'
            set what '@folder'
        case 'status --why' \
            'meetings --team' \
            'needs --team' \
            'person leave --team' \
            'person consent --team' \
            'person revoke --team' \
            'decide new --team' \
            'decide new --lt' \
            'decide new --into' \
            'decide new --tell' \
            'decide list --team' \
            'decide list --lt' \
            'decide due --team' \
            'decide task --team' \
            'publish --only'
            set what '@team'
        case 'check --select' \
            'check --ignore'
            set what 'WIQ001 WIQ002 WIQ003 WIQ004 WIQ005 WIQ006 WIQ007 WIQ008 WIQ009 WIQ010 WIQ011 WIQ012 WIQ013 WIQ014 WIQ015 WIQ016 WIQ020 WIQ021 WIQ022 WIQ023 WIQ024 WIQ025 WIQ026 WIQ027 WIQ028 WIQ029 WIQ030 WIQ031 WIQ040 WIQ041 WIQ050 WIQ051 WIQ052 WIQ053 WIQ101 WIQ102 WIQ103 WIQ104 WIQ105 WIQ106 WIQ107 WIQ108 WIQ109 WIQ110 WIQ111 WIQ112 WIQ113 WIQ114 WIQ115 WIQ116 WIQ117 WIQ118 WIQ119 WIQ120 WIQ121 WIQ122 WIQ123 WIQ201 WIQ202 WIQ203 WIQ210 WIQ211 WIQ212 WIQ213 WIQ214 WIQ215 WIQ216 WIQ220 WIQ221 WIQ222 WIQ223 WIQ224 WIQ280 WIQ281 WIQ282 WIQ283 WIQ301 WIQ302 WIQ303 WIQ304 WIQ305 WIQ306 WIQ307 WIQ308 WIQ309 WIQ310 WIQ311 WIQ312 WIQ313 WIQ314 WIQ320 WIQ321 WIQ322 WIQ323 WIQ324 WIQ325 WIQ326 WIQ327 WIQ328 WIQ401 WIQ402 WIQ403 WIQ404 WIQ405 WIQ406 WIQ407 WIQ408 WIQ409 WIQ410 WIQ411 WIQ412 WIQ413 WIQ414 WIQ415 WIQ416 WIQ417 WIQ418 WIQ421 WIQ422 WIQ423 WIQ424 WIQ425 WIQ426 WIQ427 WIQ428 WIQ429 WIQ430 WIQ431 WIQ432 WIQ433 WIQ434 WIQ435 WIQ436 WIQ437 WIQ438 WIQ441 WIQ442 WIQ443 WIQ444 WIQ445 WIQ446 WIQ451 WIQ452 WIQ453 WIQ454 WIQ461 WIQ462 WIQ463 WIQ501 WIQ502 WIQ503 WIQ504 WIQ505 WIQ506 WIQ511 WIQ521 WIQ522 WIQ531 WIQ541 WIQ551 WIQ552 WIQ553 WIQ901 WIQ902 WIQ903 WIQ904 WIQ905 WIQ906 WIQ907 WIQ908 WIQ909 WIQ910 WIQ911 WIQ912 WIQ913'
        case 'decide close --outcome'
            set what 'angenommen abgelehnt nicht_erreicht nicht_feststellbar vertagt'
        case 'set status'
            set what 'idee laeuft pausiert im-betrieb selbsttragend abgeschlossen'
        case 'add --erreicht' \
            'add --erledigt' \
            'set treffen.oeffentlich' \
            'person add --minderjaehrig' \
            'person consent --answer'
            set what 'ja nein'
        case 'add --art'
            set what 'kontakt raum geld material oeffentlichkeit sonstiges'
        case 'report --format'
            set what 'md html csv'
        case 'person consent --purpose' \
            'person revoke --purpose'
            set what 'name verteiler foto profil'
        case 'export lists --format'
            set what 'postfix mailman csv'
        case 'report --for'
            set what 'steering foundation funder'
        case 'find --kind'
            set what 'team thema stadtteil partner beschluss person'
        case 'check --format'
            set what 'text concise json jsonl github gitlab sarif junit'
        case 'doctor --format' \
            'meetings free --format' \
            'meetings rhythm --format' \
            'needs --format' \
            'find --format' \
            'person --format' \
            'person preview --format' \
            'person show --format' \
            'decide --format' \
            'decide list --format' \
            'decide show --format' \
            'decide due --format' \
            'decide who --format' \
            'decide join --format' \
            'decide agenda --format' \
            'decide minutes --format' \
            'decide verify --format' \
            'rules --format' \
            'publish --format' \
            'audit --format'
            set what 'text json'
        case 'status --format'
            set what 'text json html'
        case 'meetings --format'
            set what 'text json ics'
        case 'export record --format'
            set what 'text json md'
        case 'decide report --format'
            set what 'text md json'
        case 'export contacts --format'
            set what 'vcard csv excel civicrm'
        case 'add --beitrag_zu'
            set what 'ziele selbstwirksamkeit identifikation bessere-loesungen vertrauen weniger-spaltung'
    end
end
# </tables>

function __wiq_network -a named # the folder with wiq.yaml
    set -l here $named
    test -n "$here"; or set here $WIQ_ROOT
    string match -q -- '~/*' "$here"; and set here $HOME/(string sub -s 3 -- $here)
    if test -z "$here"
        set here $PWD
        while test -n "$here"; and not test -e "$here/wiq.yaml"
            set here (string replace -r '/[^/]*$' '' -- $here)
        end
    end
    test -e "$here/wiq.yaml"; and echo $here
end

function __wiq_offer -a root cur what
    switch "$what"
        case '' @any
        case @file
            __fish_complete_path $cur
        case @folder
            __fish_complete_directories $cur ''
        case @team @beschluss
            set -l here (__wiq_network "$root"); or return
            set -l files $here/teams/*.yaml $here/teams/*.yml
            test "$what" = @team; or set files $here/beschluesse/*/*/*.yaml $here/beschluesse/*/*/*.yml
            string replace -r -f '^.*/([^-/][^/]*)\.ya?ml$' '$1' -- $files
        case '*'
            string split ' ' -- $what
    end
end

function __wiq
    set -l at ''
    set -l root ''
    set -l option ''
    set -l last ''
    set -l given 0
    set -l subs
    set -l opts
    set -l args
    set -l what
    set -l cur (commandline -ct)
    set -l words (commandline -opc)
    for word in $words[2..-1]
        if test -n "$option"
            test "$option" = --root; and set root $word
            set option ''
        else if string match -q -- '--root=*' $word
            set root (string sub -s 8 -- $word)
        else if string match -q -r -- '^-.' $word
            __wiq_value "$at" $word
            test -n "$what"; and set option $word
        else
            __wiq_at "$at"
            if test $given -eq 0; and string match -q -- "* $word *" " $subs "
                set at (string trim -- "$at $word")
            else
                set given (math $given + 1)
                set last $word
            end
        end
    end
    __wiq_at "$at"
    if test -n "$option"
        __wiq_value "$at" $option
    else if string match -q -- '--*=*' $cur
        set -l name (string replace -r '=.*' '' -- $cur)
        __wiq_value "$at" $name
        __wiq_offer "$root" (string replace -r '^[^=]*=' '' -- $cur) "$what" | string replace -r '^' -- "$name="
        return
    else if string match -q -- '-*' $cur
        set what $opts
    else if test -n "$subs"
        set what $subs
    else
        set -l number (math $given + 1)
        test "$args[-1]" = @again; and test $number -ge (count $args); and set number (math (count $args) - 1)
        set what $args[$number]
        test "$what" = @after; and __wiq_value "$at" $last
    end
    __wiq_offer "$root" "$cur" "$what"
end

complete -c wiq -f -a '(__wiq)'
