import type { MatchLevelKey } from '../../../src/domain/match-level.ts';
import type { LevelExample } from './example.ts';

type Keys = Extract<
  MatchLevelKey,
  `${'surname' | 'particle' | 'given_names' | 'further_names' | 'name_form'}.${string}`
>;

const surname = (text: string) => ({ surname: text });
const vanDen = (text: string) => ({ particle: 'van den', surname: text });
const called = (givenNames: string, text = 'Zandvoort') => ({ givenNames, surname: text });
const initials = (letters: string) => ({ initials: letters, surname: 'Zandvoort' });

/** One example of every level of the names: entry, register, Dutch, English. */
export const NAMES: Readonly<Record<Keys, LevelExample>> = {
  'surname.exact': [surname('Güneş'), surname('Gunes'), 'achternaam: gelijk', 'surname: equal'],
  'surname.spelling': [
    surname('Kuypers'),
    surname('Kuijpers'),
    'achternaam: anders gespeld',
    'surname: spelled differently',
  ],
  'surname.one_edit': [
    surname('Jasnen'),
    surname('Jansen'),
    'achternaam: één letter verschil',
    'surname: one letter differs',
  ],
  'surname.two_edits': [
    surname('Lansdlrrf'),
    surname('Lansdorf'),
    'achternaam: twee letters verschil',
    'surname: two letters differ',
  ],
  'surname.part': [
    surname('Kraan-van Delden'),
    surname('Kraan'),
    'achternaam: één deel van een dubbele naam gelijk',
    'surname: one part of a double name is equal',
  ],
  'surname.part_similar': [
    surname('Willemse'),
    surname('Willemsen-Bakker'),
    'achternaam: één deel van een dubbele naam lijkt',
    'surname: one part of a double name is alike',
  ],
  'surname.truncated': [surname('Vleeschouw'), surname('Vleeschouwersman'), 'achternaam: afgekapt', 'surname: cut off'],
  'surname.similar': [
    surname('Waterbaan'),
    surname('Waterbolk'),
    'achternaam: lijkt enigszins',
    'surname: somewhat alike',
  ],
  'surname.in_given_names': [
    { givenNames: 'Willemijn Zandvoort', surname: '.' },
    { givenNames: 'Willemijn', surname: 'Zandvoort' },
    'achternaam: staat bij de voornamen',
    'surname: stands among the given names',
  ],
  'surname.different': [surname('Bakker'), surname('Visser'), 'achternaam: verschillend', 'surname: different'],
  'surname.missing': [surname('.'), surname('Visser'), 'achternaam: ontbreekt', 'surname: missing'],

  'particle.equal': [{ particle: 'v.d.', surname: 'Berg' }, vanDen('Berg'), 'voorvoegsel: gelijk', 'particle: equal'],
  'particle.absent': [
    surname('Berg'),
    vanDen('Berg'),
    'voorvoegsel: ontbreekt aan één kant',
    'particle: missing on one side',
  ],
  'particle.different': [
    { particle: 'ten', surname: 'Berg' },
    vanDen('Berg'),
    'voorvoegsel: verschillend',
    'particle: different',
  ],

  'given_names.exact': [called('Ayşe'), called('Ayse'), 'voornaam: gelijk', 'given name: equal'],
  'given_names.call_name': [
    called('Sandra'),
    { ...called('Maria'), callName: 'Sandra' },
    'voornaam: is de roepnaam',
    'given name: is the call name',
  ],
  'given_names.nickname': [
    called('Wim'),
    called('Willem'),
    'voornaam: gangbare andere vorm',
    'given name: a usual other form',
  ],
  'given_names.spelling': [
    called('Soeradj'),
    called('Suradj'),
    'voornaam: anders gespeld',
    'given name: spelled differently',
  ],
  'given_names.one_edit': [
    called('Sabinw'),
    called('Sabine'),
    'voornaam: één letter verschil',
    'given name: one letter differs',
  ],
  'given_names.two_edits': [
    called('Dorxthez'),
    called('Dorothea'),
    'voornaam: twee letters verschil',
    'given name: two letters differ',
  ],
  'given_names.other_name': [
    called('Maria'),
    called('Johanna Maria'),
    'voornaam: een van de andere voornamen',
    'given name: one of the other names',
  ],
  'given_names.truncated': [called('Chr'), called('Christiaan'), 'voornaam: afgekort', 'given name: shortened'],
  'given_names.in_surname': [
    { initials: 'H.', surname: 'Willemijn' },
    { givenNames: 'Willemijn', surname: 'Zandvoort' },
    'voornaam: staat bij de achternaam',
    'given name: stands in the surname',
  ],
  'given_names.initials_equal': [
    initials('Th.J.'),
    called('Theodorus Johannes'),
    'voorletters: gelijk',
    'initials: equal',
  ],
  'given_names.initials_partly': [
    initials('J.M.'),
    called('Johanna Maria Petra'),
    'voorletters: deels gelijk',
    'initials: partly equal',
  ],
  'given_names.initial_only': [
    initials('J.'),
    called('Johanna Maria'),
    'voorletters: de eerste gelijk',
    'initials: the first is equal',
  ],
  'given_names.same_initial': [
    called('Jochem'),
    called('Johanna'),
    'voornaam: verschillend, met dezelfde voorletter',
    'given name: different, with the same initial',
  ],
  'given_names.initials_differ': [
    initials('K.'),
    called('Johanna'),
    'voorletters: verschillend',
    'initials: different',
  ],
  'given_names.different': [called('Peter'), called('Johanna'), 'voornaam: verschillend', 'given name: different'],
  'given_names.missing': [surname('Zandvoort'), called('Johanna'), 'voornaam: ontbreekt', 'given name: missing'],

  'further_names.equal': [
    called('Johanna Maria'),
    called('Johanna Maria'),
    'verdere voornamen: gelijk',
    'further given names: equal',
  ],
  'further_names.partly': [
    called('Johanna Maria'),
    called('Johanna Maria Petra'),
    'verdere voornamen: deels gelijk',
    'further given names: partly equal',
  ],
  'further_names.initials': [
    { ...called('Johanna'), initials: 'J.M.' },
    called('Johanna Maria'),
    'verdere voornamen: voorletters passen',
    'further given names: the initials fit',
  ],
  'further_names.omitted': [
    called('Johanna'),
    called('Johanna Maria'),
    'verdere voornamen: weggelaten',
    'further given names: left out',
  ],
  'further_names.different': [
    called('Johanna Petra'),
    called('Johanna Maria'),
    'verdere voornamen: verschillend',
    'further given names: different',
  ],

  'name_form.birth_name': [
    called('Johanna'),
    called('Johanna'),
    'vergeleken met de geboortenaam',
    'compared with the birth name',
  ],
  'name_form.partner_name': [
    called('Johanna', 'Smit'),
    { ...called('Johanna'), partnerSurname: 'Smit' },
    'vergeleken met de naam van de partner',
    "compared with the partner's name",
  ],
  'name_form.double_name': [
    called('Johanna', 'Smit-Zandvoort'),
    { ...called('Johanna'), partnerSurname: 'Smit' },
    'vergeleken met de dubbele naam',
    'compared with the double name',
  ],
  'name_form.alias': [
    called('Johanna', 'Roodenburg'),
    { ...called('Johanna'), aliases: ['Johanna Roodenburg'] },
    'vergeleken met een alias in het register',
    'compared with an alias in the register',
  ],
  'name_form.entry_alias': [
    { ...called('Petra', 'Roodenburg'), aliases: ['Johanna Zandvoort'] },
    called('Johanna'),
    'gevonden onder een alias in het bericht',
    'found under an alias in the entry',
  ],
  'name_form.fields_swapped': [
    called('Zandvoort', 'Johanna'),
    called('Johanna'),
    'voornaam en achternaam in het bericht verwisseld',
    'given name and surname swapped in the entry',
  ],
};
