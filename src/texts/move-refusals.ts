import type { Language } from '../domain/language.ts';
import type { MoveRefusal } from '../domain/task.ts';

/** For every refusal of a move: what happened, what became of the answer, what to do next. */
export const MOVE_REFUSAL_SENTENCES: Readonly<Record<MoveRefusal, Readonly<Record<Language, string>>>> = {
  unknown_task: {
    nl: 'Deze taak is er niet, of is niet voor u: misschien bent u, iemand die u hebt opgegeven of een lid van uw eenheid erbij betrokken. Kies een taak uit de lijst; een ander neemt wat u niet mag zien.',
    en: 'There is no such task, or it is not for you: perhaps you, somebody you declared or a member of your unit is involved. Choose a task from the list; somebody else takes what you may not see.',
  },
  role_forbids: {
    nl: 'Uw rol laat dit niet toe. Er is niets gewijzigd; vraag een collega met de juiste rol.',
    en: 'Your role does not allow this. Nothing was changed; ask a colleague who has the role.',
  },
  conflict_of_interest: {
    nl: 'U mag deze taak niet zien: u, iemand die u hebt opgegeven of een lid van uw eenheid is erbij betrokken. Een ander neemt hem.',
    en: 'You may not see this task: you, somebody you declared or a member of your unit is involved. Somebody else takes it.',
  },
  conflicts_not_declared: {
    nl: 'Uw personeelsnummer of uw opgave van belangen ontbreekt, dus er zijn geen taken te zien. Laat de opgave aanvullen.',
    en: 'Your personnel number or your declaration of interests is missing, so no task can be shown. Have it completed.',
  },
  claimed_by_another: {
    nl: 'Een collega heeft deze taak in behandeling. Uw antwoord is niet opgeslagen; kies de volgende taak.',
    en: 'A colleague has this task in hand. Your answer was not stored; take the next task.',
  },
  not_claimed: {
    nl: 'U hebt deze taak niet in behandeling. Er is niets gewijzigd; neem hem eerst.',
    en: 'You do not have this task in hand. Nothing was changed; claim it first.',
  },
  claim_expired: {
    nl: 'Uw half uur is verstreken en de taak is terug in de lijst. Uw antwoord is niet opgeslagen; neem de taak opnieuw.',
    en: 'Your half hour has passed and the task is back in the queue. Your answer was not stored; claim it again.',
  },
  version_changed: {
    nl: 'De taak is gewijzigd nadat u hem opende. Uw antwoord is niet opgeslagen; bekijk de taak opnieuw en beslis dan.',
    en: 'The task changed after you opened it. Your answer was not stored; look at it again and decide then.',
  },
  wrong_state: {
    nl: 'Dit kan niet in de stand waarin de taak nu is. Er is niets gewijzigd; bekijk de taak opnieuw.',
    en: 'This cannot be done in the state in which the task is now. Nothing was changed; look at the task again.',
  },
  reason_required: {
    nl: 'Geef een motivering. Er is nog niets opgeslagen.',
    en: 'Give a reason. Nothing was stored yet.',
  },
  date_required: {
    nl: 'Geef een datum na vandaag waarop de taak terugkomt (jjjj-mm-dd). Er is nog niets opgeslagen.',
    en: 'Give a date after today on which the task comes back (yyyy-mm-dd). Nothing was stored yet.',
  },
  same_reviewer: {
    nl: 'U hebt zelf al over deze taak geoordeeld. Een ander moet er nu naar kijken; kies de volgende taak.',
    en: 'You have already judged this task yourself. Somebody else must look now; take the next task.',
  },
  gate_refuses: {
    nl: 'Er is geen wettelijke grondslag om deze taak te tonen. Er is niets gewijzigd; neem contact op met de registerbeheerder.',
    en: 'There is no legal basis to show this task. Nothing was changed; contact the registrar.',
  },
};
