import type { Language } from '../../domain/language.ts';

type Phrases = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The page of a task: what stands around the two questions, and the first of them. */
export const TASK_TEXTS = {
  'task.title': { nl: 'Taak {case}', en: 'Task {case}' },
  'task.next': { nl: 'Volgende taak', en: 'Next task' },
  'task.none': {
    nl: 'Er is nu geen taak die u kunt nemen. Nieuwe taken verschijnen vanzelf in de werkvoorraad.',
    en: 'There is no task for you to take now. New tasks appear in the review queue by themselves.',
  },
  'task.claim': { nl: 'Neem in behandeling', en: 'Take in hand' },
  'task.claim_again': { nl: 'Neem de taak opnieuw, met uw tekst', en: 'Take the task again, with your text' },
  'task.release': { nl: 'Geef de taak terug', en: 'Give the task back' },
  'task.print': { nl: 'Afdrukken', en: 'Print' },
  'task.to_answer': { nl: 'Naar uw antwoord', en: 'To your answer' },
  'task.to_queue': { nl: 'Naar de werkvoorraad', en: 'To the review queue' },
  'task.state': { nl: 'Stand', en: 'State' },
  'task.band': { nl: 'Overeenkomst', en: 'Match' },
  'task.probability': { nl: 'Kans dat het dezelfde persoon is', en: 'Probability of the same person' },
  'task.subject': { nl: 'Personeelsnummer', en: 'Personnel number' },
  'task.since': { nl: 'Binnen sinds', en: 'Here since' },
  'task.held_by': { nl: 'In behandeling bij', en: 'In hand with' },
  'task.held_until': { nl: 'Voor u vastgehouden tot', en: 'Held for you until' },
  'task.you': { nl: 'u', en: 'you' },
  'task.wait_until': { nl: 'Komt terug op', en: 'Comes back on' },
  'task.wait_entry': { nl: 'bij het volgende bericht in de zaak', en: 'the next entry of the case' },

  'task.to_claim': {
    nl: 'U bekijkt deze taak. Neem hem in behandeling om te antwoorden; hij is dan een half uur van u.',
    en: 'You are looking at this task. Take it in hand to answer; it is then yours for half an hour.',
  },
  'task.answered': { nl: 'Uw antwoord is vastgelegd: {verdict}.', en: 'Your answer was recorded: {verdict}.' },
  'task.after.closed': { nl: 'De taak is afgerond.', en: 'The task is closed.' },
  'task.after.waiting': { nl: 'De taak wacht.', en: 'The task waits.' },
  'task.after.second_look': {
    nl: 'Een collega kijkt er nu zelfstandig naar; pas daarna heeft het antwoord gevolg.',
    en: 'A colleague now looks at it independently; only then does the answer take effect.',
  },
  'task.after.disagreement': {
    nl: 'De twee antwoorden verschillen; een senior beslist.',
    en: 'The two answers differ; a senior decides.',
  },
  'task.looking_again': {
    nl: 'Dit is een tweede beoordeling. Oordeel zelfstandig.',
    en: 'This is a second look. Judge independently.',
  },
  'task.looking_again.high_not_proposed': {
    nl: 'Tweede beoordeling: de zaak is hoog gewaardeerd en er is geen onderzoek voorgesteld.',
    en: 'Second look: the case is rated high and no investigation was proposed.',
  },
  'task.looking_again.someone_else_equal_bsn': {
    nl: 'Tweede beoordeling: het BSN is gelijk, en toch luidde het antwoord “iemand anders”.',
    en: 'Second look: the BSN is equal, and yet the answer was “someone else”.',
  },
  'task.looking_again.override_two_steps': {
    nl: 'Tweede beoordeling: de waardering is twee stappen of meer gewijzigd.',
    en: 'Second look: the rating was overridden by two steps or more.',
  },
  'task.looking_again.sample': {
    nl: 'Tweede beoordeling: deze taak valt in de steekproef.',
    en: 'Second look: this task is in the sample.',
  },
  'task.looking_again.disagreement': {
    nl: 'Twee collega’s zijn het niet eens. Het antwoord van een senior is beslissend.',
    en: 'Two colleagues disagree. The answer of a senior is decisive.',
  },
  'task.gone.title': { nl: 'Deze taak is er niet meer', en: 'This task is gone' },
  'task.gone': {
    nl: 'De taak is ingetrokken: de bron heeft het bericht teruggenomen, of de betrokkene valt niet meer onder de screening. De inhoud is gewist en er hoeft niets meer te gebeuren; neem de volgende taak.',
    en: 'The task was withdrawn: the source took the entry back, or the subject is no longer screened. Its content was erased and nothing needs to be done; take the next task.',
  },
  'task.refused.title': { nl: 'Deze taak is niet voor u', en: 'This task is not for you' },
  'task.not_stored': { nl: 'Uw tekst, die niet is opgeslagen', en: 'Your text, which was not stored' },
  'task.problem': { nl: 'Niet vastgelegd', en: 'Not recorded' },
  'task.problem.too_long': {
    nl: 'De motivering is langer dan {most} tekens. Er is nog niets vastgelegd; kort haar in.',
    en: 'The motivation is longer than {most} characters. Nothing was recorded yet; shorten it.',
  },
  'task.with_colleague': {
    nl: '{name} heeft deze taak in behandeling.',
    en: '{name} has this task in hand.',
  },
  'task.senior_waits': {
    nl: 'Een senior geeft nooit het eerste antwoord op de vraag wie dit is; een collega neemt deze taak.',
    en: 'A senior never gives the first answer to who this is; a colleague takes this task.',
  },
  'task.problem.verdict': { nl: 'Kies eerst een antwoord.', en: 'Choose an answer first.' },

  'identity.summary': { nl: 'Waarom dit een kandidaat is', en: 'Why this is a candidate' },
  'identity.comparison': { nl: 'Vergelijking per gegeven', en: 'Comparison field by field' },
  'identity.comparison.hint': {
    nl: 'Wat verschilt is gemarkeerd en onderstreept. Wat ontbreekt is geen verschil.',
    en: 'What differs is marked and underlined. What is missing is no difference.',
  },
  'identity.field': { nl: 'Gegeven', en: 'Field' },
  'identity.entry': { nl: 'Bericht', en: 'Entry' },
  'identity.register': { nl: 'Register', en: 'Register' },
  'identity.level': { nl: 'Vergelijking', en: 'Comparison' },
  'identity.bits': { nl: 'Bewijs (bits)', en: 'Evidence (bits)' },
  'identity.missing': { nl: 'ontbreekt', en: 'missing' },
  'identity.unusable': { nl: 'voldoet niet aan de elfproef', en: 'fails the elfproef' },
  'identity.also': { nl: 'ook:', en: 'also:' },
  'identity.form.birth_name': { nl: 'geboortenaam', en: 'birth name' },
  'identity.form.partner_name': { nl: 'naam van de partner', en: 'partner’s name' },
  'identity.form.double_name': { nl: 'dubbele naam', en: 'double name' },
  'identity.form.alias': { nl: 'alias', en: 'alias' },
  'identity.form.entry_alias': { nl: 'alias in het bericht', en: 'alias in the entry' },
  'identity.form.fields_swapped': { nl: 'velden verwisseld', en: 'fields swapped' },
  'identity.bsn': { nl: 'BSN', en: 'BSN' },
  'identity.surname': { nl: 'Achternaam', en: 'Surname' },
  'identity.given_names': { nl: 'Voornamen', en: 'Given names' },
  'identity.initials': { nl: 'Voorletters', en: 'Initials' },
  'identity.call_name': { nl: 'Roepnaam', en: 'Call name' },
  'identity.birth_date': { nl: 'Geboortedatum', en: 'Birth date' },
  'identity.birth_place': { nl: 'Geboorteplaats', en: 'Birth place' },
  'identity.sex': { nl: 'Geslacht', en: 'Sex' },
  'identity.sex.M': { nl: 'man', en: 'male' },
  'identity.sex.F': { nl: 'vrouw', en: 'female' },
  'identity.aliases': { nl: 'Aliassen', en: 'Aliases' },
  'identity.evidence': { nl: 'Van vooraf naar kans', en: 'From prior to probability' },
  'identity.evidence.caption': {
    nl: 'Elke stap telt op: een bit erbij verdubbelt de verhouding vóór dezelfde persoon',
    en: 'Each step adds up: one more bit doubles the odds of the same person',
  },
  'identity.evidence.step': { nl: 'Stap', en: 'Step' },
  'identity.evidence.sum': { nl: 'Tussenstand', en: 'So far' },
  'identity.prior': {
    nl: 'vooraf, bij {size} mensen in het register',
    en: 'prior, with {size} people in the register',
  },
  'identity.prior.short': { nl: 'vooraf', en: 'prior' },
  'identity.total': { nl: 'totaal', en: 'total' },
  'identity.chart': {
    nl: 'Het bewijs van {prior} bits vooraf tot {total} bits in totaal; de tabel ernaast noemt elke stap.',
    en: 'The evidence from {prior} bits before to {total} bits in total; the table beside it names every step.',
  },
  'identity.rarity': { nl: 'Hoe gewoon dit is', en: 'How common this is' },
  'identity.rarity.surname': {
    nl: 'De achternaam: naar schatting 1 op de {oneIn} mensen; op {size} mensen in het register verwacht u er {expected}.',
    en: 'The surname: an estimated 1 in {oneIn} people; among {size} people in the register you would expect {expected}.',
  },
  'identity.rarity.given_names': {
    nl: 'De voornaam: naar schatting 1 op de {oneIn} mensen; op {size} mensen in het register verwacht u er {expected}.',
    en: 'The given name: an estimated 1 in {oneIn} people; among {size} people in the register you would expect {expected}.',
  },
  'identity.rarity.chance': {
    nl: 'Toevallige overeenkomsten die minstens zo goed zijn: hoogstens {chance} per 10.000 berichten.',
    en: 'Chance matches at least this good: at most {chance} per 10,000 entries.',
  },
  'identity.less_than': { nl: 'minder dan {value}', en: 'fewer than {value}' },
  'identity.rivals': {
    nl: 'Anderen in het register die bij dit bericht passen',
    en: 'Others in the register who fit this entry',
  },
  'identity.rivals.none': {
    nl: 'Niemand anders in het register past bij dit bericht.',
    en: 'Nobody else in the register fits this entry.',
  },
  'identity.rivals.caption': {
    nl: 'Het bericht naast ieder die erbij past',
    en: 'The entry beside everybody who fits it',
  },
  'identity.rivals.this': { nl: 'deze taak: {number}', en: 'this task: {number}' },
  'identity.rivals.match': { nl: 'Overeenkomst', en: 'Match' },
  'identity.rivals.margin': { nl: 'Verschil met deze taak', en: 'Difference with this task' },
  'identity.rivals.margin.value': { nl: '{bits} bits', en: '{bits} bits' },
  'identity.rivals.own': {
    nl: 'Ieder van hen heeft een eigen taak; een antwoord hier sluit geen andere.',
    en: 'Each of them has a task of their own; an answer here closes no other.',
  },
  'identity.register_now': {
    nl: 'Het register is sindsdien gewijzigd',
    en: 'The register has changed since',
  },
  'identity.register_now.what': {
    nl: 'Nu staat daar {name}, geboren {birthDate}. Hieronder staat wat met de gegevens van toen is vergeleken; met die van nu is dit geen treffer, of is nog niet vergeleken.',
    en: 'It now says {name}, born {birthDate}. Below is what was compared with the data of then; with those of now this is no hit, or nothing was compared yet.',
  },
  'identity.earlier': { nl: 'Eerdere antwoorden over dit paar', en: 'Earlier answers about this pair' },
  'identity.earlier.none': {
    nl: 'Er is nog niet eerder over dit paar geoordeeld.',
    en: 'Nobody has judged this pair before.',
  },
  'identity.earlier.hidden': {
    nl: 'Er is een eerste antwoord; u ziet het pas na de tweede beoordeling.',
    en: 'There is a first answer; you see it only after the second look.',
  },
  'identity.earlier.same_evidence': {
    nl: 'in een andere zaak, op dezelfde gegevens',
    en: 'in another case, on the same data',
  },
  'identity.earlier.other_evidence': {
    nl: 'in een andere zaak; de gegevens zijn sindsdien gewijzigd',
    en: 'in another case; the data have changed since',
  },
  'identity.retired': { nl: 'vervallen', en: 'retired' },
  'identity.second_look': { nl: 'tweede beoordeling', en: 'second look' },
  'identity.model': { nl: 'Model {version}', en: 'Model {version}' },

  'answer.verdict': { nl: 'Uw antwoord', en: 'Your answer' },
  'answer.reason': { nl: 'Motivering', en: 'Motivation' },
  'answer.reason.identity': {
    nl: 'Waarop baseert u dit? Bij een sterke overeenkomst verplicht, tenzij het dezelfde persoon is.',
    en: 'What do you base this on? Required with a strong match, unless it is the same person.',
  },
  'answer.reason.relevance': {
    nl: 'Verplicht als u de waardering wijzigt.',
    en: 'Required when you override the rating.',
  },
  'answer.until': { nl: 'Komt terug op', en: 'Comes back on' },
  'answer.until.identity': {
    nl: 'Verplicht: de dag waarop de bron geantwoord moet hebben.',
    en: 'Required: the day by which the source must have answered.',
  },
  'answer.until.relevance': {
    nl: 'Uiterlijk; leeg is bij het volgende bericht in de zaak.',
    en: 'At the latest; blank is with the next entry of the case.',
  },
  'answer.override': { nl: 'Waardering', en: 'Rating' },
  'answer.override.keep': { nl: 'zoals voorgesteld: {rating}', en: 'as proposed: {rating}' },
  'answer.record': { nl: 'Vastleggen', en: 'Record' },
  'answer.record.chosen': { nl: 'Vastleggen: {verdict}', en: 'Record: {verdict}' },
  'answer.same_person.about': {
    nl: 'Daarna ziet u waar de zaak over gaat.',
    en: 'Then you see what the case is about.',
  },
  'answer.someone_else.about': { nl: 'De taak wordt afgerond.', en: 'The task is closed.' },
  'answer.cannot_tell.about': { nl: 'Navragen bij de bron; de taak wacht.', en: 'Ask the source; the task waits.' },
  'answer.not_relevant.about': { nl: 'De taak wordt afgerond.', en: 'The task is closed.' },
  'answer.watch.about': {
    nl: 'De taak komt terug bij het volgende bericht in de zaak, of op een dag.',
    en: 'The task comes back with the next entry of the case, or on a day.',
  },
  'answer.propose_investigation.about': {
    nl: 'Een voorstel aan het bevoegd gezag; geen maatregel en geen brief.',
    en: 'A proposal to the competent authority; no measure and no letter.',
  },
} as const satisfies Phrases;
