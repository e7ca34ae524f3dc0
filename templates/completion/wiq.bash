# Ergänzt Aufrufe von wiq mit der Tabulatortaste, in bash. Dabei läuft kein Programm.
# Namen von Teams und Beschlüssen sind die Namen der Dateien im Netzwerk.

# <tables>
_wiq_at() {
    subs='' opts='' args=()
    case $1 in
    '') subs='init new-team doctor completion status meetings needs find report add done set measure archive person decide check fmt explain rules publish audit export schema migrate merge-driver' opts='--version --root --today --help' ;;
    'init') opts='--name --place --state --domain --carrier --privacy --imprint --dry-run --root --today --help' args=('@folder') ;;
    'new-team') opts='--id --type --from --dry-run --subtitle --list-address --district --topic --problem --summary --goal --until --occasion --long-term --impact --progress --step --support --lead --member --partner --rhythm --date --place --question --root --today --help' args=('@any') ;;
    'doctor') opts='--format --fix --dry-run --root --today --help' ;;
    'completion') opts='--root --today --help' args=('bash zsh fish') ;;
    'status') opts='--why --all --site --format --output --root --today --help' ;;
    'meetings') subs='add cancel move free rhythm' opts='--team --district --from --to --days --next --format --series --conflicts --root --today --help' ;;
    'meetings add') opts='--from-poll --pick --place --dry-run --root --today --help' args=('@team' '@any') ;;
    'meetings cancel') opts='--reason --notice --dry-run --root --today --help' args=('@team' '@any') ;;
    'meetings move') opts='--place --notice --dry-run --root --today --help' args=('@team' '@any' '@any') ;;
    'meetings free') opts='--day --hours --duration --weeks --every --place --format --root --today --help' args=('@team' '@again') ;;
    'meetings rhythm') opts='--time --yes -y --dry-run --format --root --today --help' args=('@team') ;;
    'needs') opts='--team --district --kind --all --format --root --today --help' ;;
    'find') opts='--kind --limit --format --root --today --help' args=('@any') ;;
    'report') opts='--from --to --for --format --sources --output --root --today --help' ;;
    'add') opts='--dry-run --bis --erreicht --am --einheit --ausgangswert --soll --beitrag_zu --erledigt --notizen --art --notiz --url --stand --root --today --help' args=('@team' 'frueher stadtteile themen problem ziele.teilziele ziele.langfristig wirkung stand weg support kooperationspartner offene_fragen chronik notizen' '@any') ;;
    'done') opts='--am --dry-run --root --today --help' args=('@team' 'ziele.teilziele stand weg' '@any') ;;
    'set') opts='--clear --dry-run --root --today --help' args=('@team' 'art name untertitel verteiler status zusammenfassung ziele.bis ziele.anlass treffen.ort treffen.dauer treffen.oeffentlich treffen.link' '@after') ;;
    'measure') opts='--dry-run --am --quelle --root --today --help' args=('@team' '@any' '@any') ;;
    'archive') opts='--on --drop-contacts --yes -y --dry-run --root --today --help' args=('@team') ;;
    'person') subs='add leave consent revoke preview show forget' opts='--format --root --today --help' ;;
    'person add') opts='--lead --dry-run --kennung --name --email --telefon --rolle --seit --minderjaehrig --root --today --help' args=('@team') ;;
    'person leave') opts='--team --on --dry-run --root --today --help' args=('@any' '@again') ;;
    'person consent') opts='--purpose --answer --on --proof --until --team --yes -y --dry-run --root --today --help' args=('@any' '@again') ;;
    'person revoke') opts='--purpose --on --team --out --dry-run --root --today --help' args=('@any' '@again') ;;
    'person preview') opts='--format --root --today --help' args=('@any' '@again') ;;
    'person show') opts='--format --out --root --today --help' args=('@any' '@again') ;;
    'person forget') opts='--plan --out --yes -y --dry-run --root --today --help' args=('@any' '@again') ;;
    'decide') subs='new vote close list show due reword note ok task done supersede who join agenda minutes report verify' opts='--format --root --today --help' ;;
    'decide new') opts='--team --title --wording --kind --reason --lt --grant --refuse --defer --until --person --into --bank --tell --topic --eur --circulate --secret --replaces --procedure --decides --fallback --dry-run --root --today --help' ;;
    'decide vote') opts='--ja --nein --enthaltung --ungueltig --zustimmung --leichte-bedenken --beiseite --schwere-bedenken --veto --option --objection --person --named --recused --excluded --present --lead --keeper --place --invited --quorate --not-quorate --review --question --late --date --dry-run --root --today --help' args=('@beschluss') ;;
    'decide close') opts='--outcome --date --task --by --until --objection --internal --reason --next --review --question --dry-run --root --today --help' args=('@beschluss') ;;
    'decide list') opts='--team --lt --since --in-force --format --root --today --help' ;;
    'decide show') opts='--compare --format --root --today --help' args=('@beschluss') ;;
    'decide due') opts='--team --strict --format --root --today --help' ;;
    'decide reword') opts='--dry-run --root --today --help' args=('@beschluss' '@any') ;;
    'decide note') opts='--kind --date --dry-run --root --today --help' args=('@beschluss' '@any') ;;
    'decide ok') opts='--yes --no --text --date --dry-run --root --today --help' args=('@beschluss' '@any' 'informieren anhoeren benehmen einvernehmen') ;;
    'decide task') opts='--team --person --until --dry-run --root --today --help' args=('@beschluss' '@any') ;;
    'decide done') opts='--dry-run --root --today --help' args=('@beschluss' '@any') ;;
    'decide supersede') opts='--dry-run --root --today --help' args=('@any' '@any') ;;
    'decide who') opts='--eur --format --root --today --help' args=('@any') ;;
    'decide join') opts='--bank --format --root --today --help' args=('@any' '@team') ;;
    'decide agenda') opts='--date --format --root --today --help' args=('@team') ;;
    'decide minutes') opts='--date --public --format --root --today --help' args=('@team') ;;
    'decide report') opts='--from --to --quarter --format --root --today --help' ;;
    'decide verify') opts='--since --anchor --sign --signers --export --public --format --dry-run --root --today --help' args=('@beschluss' '@again') ;;
    'check') opts='--format --select --ignore --changed --staged --strict --all --baseline --write-baseline --as --fix --dry-run --no-cache --root --today --help' args=('@file' '@again') ;;
    'fmt') opts='--check --dry-run --as --root --today --help' args=('@file' '@again') ;;
    'explain') opts='--root --today --help' args=('WIQ001 WIQ002 WIQ003 WIQ004 WIQ005 WIQ006 WIQ007 WIQ008 WIQ009 WIQ010 WIQ011 WIQ012 WIQ013 WIQ014 WIQ015 WIQ016 WIQ020 WIQ021 WIQ022 WIQ023 WIQ024 WIQ025 WIQ026 WIQ027 WIQ028 WIQ029 WIQ030 WIQ031 WIQ040 WIQ041 WIQ050 WIQ051 WIQ052 WIQ053 WIQ101 WIQ102 WIQ103 WIQ104 WIQ105 WIQ106 WIQ107 WIQ108 WIQ109 WIQ110 WIQ111 WIQ112 WIQ113 WIQ114 WIQ115 WIQ116 WIQ117 WIQ118 WIQ119 WIQ120 WIQ121 WIQ122 WIQ123 WIQ201 WIQ202 WIQ203 WIQ210 WIQ211 WIQ212 WIQ213 WIQ214 WIQ215 WIQ216 WIQ220 WIQ221 WIQ222 WIQ223 WIQ224 WIQ280 WIQ281 WIQ282 WIQ283 WIQ301 WIQ302 WIQ303 WIQ304 WIQ305 WIQ306 WIQ307 WIQ308 WIQ309 WIQ310 WIQ311 WIQ312 WIQ313 WIQ314 WIQ320 WIQ321 WIQ322 WIQ323 WIQ324 WIQ325 WIQ326 WIQ327 WIQ328 WIQ401 WIQ402 WIQ403 WIQ404 WIQ405 WIQ406 WIQ407 WIQ408 WIQ409 WIQ410 WIQ411 WIQ412 WIQ413 WIQ414 WIQ415 WIQ416 WIQ417 WIQ418 WIQ421 WIQ422 WIQ423 WIQ424 WIQ425 WIQ426 WIQ427 WIQ428 WIQ429 WIQ430 WIQ431 WIQ432 WIQ433 WIQ434 WIQ435 WIQ436 WIQ437 WIQ438 WIQ441 WIQ442 WIQ443 WIQ444 WIQ445 WIQ446 WIQ451 WIQ452 WIQ453 WIQ454 WIQ461 WIQ462 WIQ463 WIQ501 WIQ502 WIQ503 WIQ504 WIQ505 WIQ506 WIQ511 WIQ521 WIQ522 WIQ531 WIQ541 WIQ551 WIQ552 WIQ553 WIQ901 WIQ902 WIQ903 WIQ904 WIQ905 WIQ906 WIQ907 WIQ908 WIQ909 WIQ910 WIQ911 WIQ912 WIQ913') ;;
    'rules') opts='--format --root --today --help' ;;
    'publish') opts='--out --only --skip-refused --check --look-back --fragment --template --serve --port --dry-run --format --root --today --help' ;;
    'audit') opts='--commit-message --format --root --today --help' args=('@file' '@again') ;;
    'export') subs='lists contacts record' opts='--root --today --help' ;;
    'export lists') opts='--format --output --dry-run --root --today --help' ;;
    'export contacts') opts='--format --output --root --today --help' args=('@team' '@again') ;;
    'export record') opts='--format --root --today --help' ;;
    'schema') opts='--root --today --help' args=('team wiq regeln beschluss freigaben') ;;
    'migrate') opts='--dry-run --root --today --help' args=('@file' '@again') ;;
    'merge-driver') opts='--root --today --help' args=('@any' '@any' '@any' '@file' '@any') ;;
    esac
}

_wiq_value() {
    what=''
    case "$1 $2" in
    *' --today' |\
        'init --name' |\
        'init --place' |\
        'init --state' |\
        'init --domain' |\
        'init --carrier' |\
        'init --privacy' |\
        'init --imprint' |\
        'new-team --id' |\
        'new-team --type' |\
        'new-team --subtitle' |\
        'new-team --list-address' |\
        'new-team --district' |\
        'new-team --topic' |\
        'new-team --problem' |\
        'new-team --summary' |\
        'new-team --goal' |\
        'new-team --until' |\
        'new-team --occasion' |\
        'new-team --long-term' |\
        'new-team --impact' |\
        'new-team --progress' |\
        'new-team --step' |\
        'new-team --support' |\
        'new-team --lead' |\
        'new-team --member' |\
        'new-team --partner' |\
        'new-team --rhythm' |\
        'new-team --date' |\
        'new-team --place' |\
        'new-team --question' |\
        'meetings --district' |\
        'meetings --from' |\
        'meetings --to' |\
        'meetings --days' |\
        'meetings --next' |\
        'meetings add --pick' |\
        'meetings add --place' |\
        'meetings cancel --reason' |\
        'meetings move --place' |\
        'meetings free --day' |\
        'meetings free --hours' |\
        'meetings free --duration' |\
        'meetings free --weeks' |\
        'meetings free --every' |\
        'meetings free --place' |\
        'meetings rhythm --time' |\
        'needs --district' |\
        'needs --kind' |\
        'find --limit' |\
        'report --from' |\
        'report --to' |\
        'add --bis' |\
        'add --am' |\
        'add --einheit' |\
        'add --ausgangswert' |\
        'add --soll' |\
        'add --notizen' |\
        'add --notiz' |\
        'add --url' |\
        'add --stand' |\
        'done --am' |\
        'measure --am' |\
        'measure --quelle' |\
        'archive --on' |\
        'person add --kennung' |\
        'person add --name' |\
        'person add --email' |\
        'person add --telefon' |\
        'person add --rolle' |\
        'person add --seit' |\
        'person leave --on' |\
        'person consent --on' |\
        'person consent --proof' |\
        'person consent --until' |\
        'person revoke --on' |\
        'decide new --title' |\
        'decide new --wording' |\
        'decide new --kind' |\
        'decide new --reason' |\
        'decide new --grant' |\
        'decide new --refuse' |\
        'decide new --defer' |\
        'decide new --until' |\
        'decide new --person' |\
        'decide new --bank' |\
        'decide new --topic' |\
        'decide new --eur' |\
        'decide new --circulate' |\
        'decide new --procedure' |\
        'decide new --decides' |\
        'decide new --fallback' |\
        'decide vote --ja' |\
        'decide vote --nein' |\
        'decide vote --enthaltung' |\
        'decide vote --ungueltig' |\
        'decide vote --zustimmung' |\
        'decide vote --leichte-bedenken' |\
        'decide vote --beiseite' |\
        'decide vote --schwere-bedenken' |\
        'decide vote --veto' |\
        'decide vote --option' |\
        'decide vote --objection' |\
        'decide vote --person' |\
        'decide vote --recused' |\
        'decide vote --excluded' |\
        'decide vote --present' |\
        'decide vote --lead' |\
        'decide vote --keeper' |\
        'decide vote --place' |\
        'decide vote --invited' |\
        'decide vote --review' |\
        'decide vote --question' |\
        'decide vote --date' |\
        'decide close --date' |\
        'decide close --task' |\
        'decide close --by' |\
        'decide close --until' |\
        'decide close --objection' |\
        'decide close --internal' |\
        'decide close --reason' |\
        'decide close --next' |\
        'decide close --review' |\
        'decide close --question' |\
        'decide list --since' |\
        'decide note --kind' |\
        'decide note --date' |\
        'decide ok --text' |\
        'decide ok --date' |\
        'decide task --person' |\
        'decide task --until' |\
        'decide who --eur' |\
        'decide join --bank' |\
        'decide agenda --date' |\
        'decide minutes --date' |\
        'decide report --from' |\
        'decide report --to' |\
        'decide report --quarter' |\
        'decide verify --since' |\
        'check --changed' |\
        'publish --port') what='@any' ;;
    'decide new --replaces') what='@beschluss' ;;
    'new-team --from' |\
        'status --output' |\
        'meetings add --from-poll' |\
        'report --output' |\
        'person forget --plan' |\
        'decide verify --sign' |\
        'decide verify --signers' |\
        'decide verify --public' |\
        'check --baseline' |\
        'check --write-baseline' |\
        'check --as' |\
        'fmt --as' |\
        'publish --template' |\
        'export contacts --output') what='@file' ;;
    *' --root' |\
        'status --site' |\
        'person revoke --out' |\
        'person show --out' |\
        'person forget --out' |\
        'publish --out' |\
        'export lists --output') what='@folder' ;;
    'status --why' |\
        'meetings --team' |\
        'needs --team' |\
        'person leave --team' |\
        'person consent --team' |\
        'person revoke --team' |\
        'decide new --team' |\
        'decide new --lt' |\
        'decide new --into' |\
        'decide new --tell' |\
        'decide list --team' |\
        'decide list --lt' |\
        'decide due --team' |\
        'decide task --team' |\
        'publish --only') what='@team' ;;
    'check --select' |\
        'check --ignore') what='WIQ001 WIQ002 WIQ003 WIQ004 WIQ005 WIQ006 WIQ007 WIQ008 WIQ009 WIQ010 WIQ011 WIQ012 WIQ013 WIQ014 WIQ015 WIQ016 WIQ020 WIQ021 WIQ022 WIQ023 WIQ024 WIQ025 WIQ026 WIQ027 WIQ028 WIQ029 WIQ030 WIQ031 WIQ040 WIQ041 WIQ050 WIQ051 WIQ052 WIQ053 WIQ101 WIQ102 WIQ103 WIQ104 WIQ105 WIQ106 WIQ107 WIQ108 WIQ109 WIQ110 WIQ111 WIQ112 WIQ113 WIQ114 WIQ115 WIQ116 WIQ117 WIQ118 WIQ119 WIQ120 WIQ121 WIQ122 WIQ123 WIQ201 WIQ202 WIQ203 WIQ210 WIQ211 WIQ212 WIQ213 WIQ214 WIQ215 WIQ216 WIQ220 WIQ221 WIQ222 WIQ223 WIQ224 WIQ280 WIQ281 WIQ282 WIQ283 WIQ301 WIQ302 WIQ303 WIQ304 WIQ305 WIQ306 WIQ307 WIQ308 WIQ309 WIQ310 WIQ311 WIQ312 WIQ313 WIQ314 WIQ320 WIQ321 WIQ322 WIQ323 WIQ324 WIQ325 WIQ326 WIQ327 WIQ328 WIQ401 WIQ402 WIQ403 WIQ404 WIQ405 WIQ406 WIQ407 WIQ408 WIQ409 WIQ410 WIQ411 WIQ412 WIQ413 WIQ414 WIQ415 WIQ416 WIQ417 WIQ418 WIQ421 WIQ422 WIQ423 WIQ424 WIQ425 WIQ426 WIQ427 WIQ428 WIQ429 WIQ430 WIQ431 WIQ432 WIQ433 WIQ434 WIQ435 WIQ436 WIQ437 WIQ438 WIQ441 WIQ442 WIQ443 WIQ444 WIQ445 WIQ446 WIQ451 WIQ452 WIQ453 WIQ454 WIQ461 WIQ462 WIQ463 WIQ501 WIQ502 WIQ503 WIQ504 WIQ505 WIQ506 WIQ511 WIQ521 WIQ522 WIQ531 WIQ541 WIQ551 WIQ552 WIQ553 WIQ901 WIQ902 WIQ903 WIQ904 WIQ905 WIQ906 WIQ907 WIQ908 WIQ909 WIQ910 WIQ911 WIQ912 WIQ913' ;;
    'decide close --outcome') what='angenommen abgelehnt nicht_erreicht nicht_feststellbar vertagt' ;;
    'set status') what='idee laeuft pausiert im-betrieb selbsttragend abgeschlossen' ;;
    'add --erreicht' |\
        'add --erledigt' |\
        'set treffen.oeffentlich' |\
        'person add --minderjaehrig' |\
        'person consent --answer') what='ja nein' ;;
    'add --art') what='kontakt raum geld material oeffentlichkeit sonstiges' ;;
    'report --format') what='md html csv' ;;
    'person consent --purpose' |\
        'person revoke --purpose') what='name verteiler foto profil' ;;
    'export lists --format') what='postfix mailman csv' ;;
    'report --for') what='steering foundation funder' ;;
    'find --kind') what='team thema stadtteil partner beschluss person' ;;
    'check --format') what='text concise json jsonl github gitlab sarif junit' ;;
    'doctor --format' |\
        'meetings free --format' |\
        'meetings rhythm --format' |\
        'needs --format' |\
        'find --format' |\
        'person --format' |\
        'person preview --format' |\
        'person show --format' |\
        'decide --format' |\
        'decide list --format' |\
        'decide show --format' |\
        'decide due --format' |\
        'decide who --format' |\
        'decide join --format' |\
        'decide agenda --format' |\
        'decide minutes --format' |\
        'decide verify --format' |\
        'rules --format' |\
        'publish --format' |\
        'audit --format') what='text json' ;;
    'status --format') what='text json html' ;;
    'meetings --format') what='text json ics' ;;
    'export record --format') what='text json md' ;;
    'decide report --format') what='text md json' ;;
    'export contacts --format') what='vcard csv excel civicrm' ;;
    'add --beitrag_zu') what='ziele selbstwirksamkeit identifikation bessere-loesungen vertrauen weniger-spaltung' ;;
    esac
}
# </tables>

_wiq_names() { # files in some folders of the network, by name, as far as they begin with what is typed
    local here=${root:-${WIQ_ROOT-}} name typed=${cur//[\\\"\']/}
    [[ $here == '~/'* ]] && here=$HOME/${here:2}
    if [[ -z $here ]]; then
        here=$PWD
        until [[ -e $here/wiq.yaml || -z $here ]]; do here=${here%/*}; done
    fi
    [[ -e $here/wiq.yaml ]] || return
    while IFS= read -r -d '' name; do
        name=${name##*/} name=${name%.y*ml}
        [[ $name == -* || $name == *[[:cntrl:]]* ]] && continue
        printf -v name %q "$name" # it is pasted into a command line
        COMPREPLY+=("$name")
    done < <(
        set +f
        unset GLOBIGNORE
        shopt -u failglob
        shopt -s nullglob
        printf '%s\0' "$here"/$1/"$typed"*.yaml "$here"/$1/"$typed"*.yml
    )
}

_wiq_offer() {
    local word IFS=' '
    case $1 in
    '' | @any) ;;
    @team) _wiq_names teams ;;
    @beschluss) _wiq_names 'beschluesse/*/*' ;;
    @file) compopt -o default 2>/dev/null ;;
    @folder) compopt -o dirnames 2>/dev/null ;;
    *) for word in $1; do [[ $word == "$cur"* ]] && COMPREPLY+=("$word"); done ;;
    esac
}

_wiq() {
    local at='' root='' option='' last='' cur=${COMP_WORDS[COMP_CWORD]} what subs opts word
    local -a args
    local -i given=0 place
    COMPREPLY=()
    for ((place = 1; place < COMP_CWORD; place++)); do
        word=${COMP_WORDS[place]}
        [[ $word == = ]] && continue # bash takes „--format=json“ apart
        if [[ -n $option ]]; then
            [[ $option == --root ]] && root=$word
            option=''
        elif [[ $word == -?* ]]; then
            _wiq_value "$at" "$word"
            option=${what:+$word}
        else
            _wiq_at "$at"
            if ((given == 0)) && [[ " $subs " == *" $word "* ]]; then
                at=${at:+$at }$word
            else
                given+=1 last=$word
            fi
        fi
    done
    [[ $cur == = ]] && cur=''
    _wiq_at "$at"
    if [[ -n $option ]]; then
        _wiq_value "$at" "$option"
    elif [[ $cur == -* ]]; then
        what=$opts
    elif [[ -n $subs ]]; then
        what=$subs
    else
        [[ "${args[*]-}" == *@again ]] && ((given > ${#args[@]} - 2)) && given=${#args[@]}-2
        what=${args[given]-}
        [[ $what == @after ]] && _wiq_value "$at" "$last"
    fi
    _wiq_offer "$what"
}

complete -F _wiq wiq
((BASH_VERSINFO[0] > 3)) || complete -o default -F _wiq wiq
