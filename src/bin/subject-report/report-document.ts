import type { SubjectReport } from '../../../db/contract/subject-report.ts';
import type { EpochMs } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { formatPartialDate } from '../../domain/partial-date.ts';
import type { RegisterRow } from '../../domain/subject.ts';
import { VERDICT_WORDS } from '../../texts/review.ts';
import { actionWords, REPORT_WORDS } from '../../texts/subject-report.ts';
import { taskLabel } from '../../texts/task-page.ts';
import { caseSection } from './report-case.ts';
import { momentText } from './report-moment.ts';
import type { ReportRow, ReportSection, Say } from './report-parts.ts';

/** The report in words; whether it becomes a page or plain text makes no difference to what it says. */
export interface ReportDocument {
  readonly title: string;
  readonly head: readonly ReportRow[];
  readonly sections: readonly ReportSection[];
}

function registerRows(row: RegisterRow, recordedAt: EpochMs, say: Say, language: Language): readonly ReportRow[] {
  const { identity } = row;
  const name = (particle: string, surname: string): string => [particle, surname].filter(Boolean).join(' ');
  const service = row.inServiceFrom === null ? '' : formatPartialDate(row.inServiceFrom);
  const until = row.inServiceUntil === null ? '' : ` ${formatPartialDate(row.inServiceUntil)}`;
  const rows: readonly ReportRow[] = [
    [say('recorded'), momentText(recordedAt, language)],
    [taskLabel('surname', language), name(identity.particle, identity.surname)],
    [taskLabel('partner_surname', language), name(identity.partnerParticle, identity.partnerSurname)],
    [taskLabel('given_names', language), identity.givenNames],
    [taskLabel('initials', language), identity.initials],
    [taskLabel('call_name', language), identity.callName],
    [taskLabel('birth_date', language), formatPartialDate(identity.birthDate)],
    [taskLabel('birth_place', language), [identity.birthPlace, identity.birthCountry].filter(Boolean).join(', ')],
    [taskLabel('bsn', language), identity.bsn ?? ''],
    [taskLabel('sex', language), identity.sex ?? ''],
    [taskLabel('aliases', language), identity.aliases.join('; ')],
    [say('function'), row.position],
    [say('unit'), row.unit],
    [say('organisation'), row.organisation],
    [say('function_class'), say(row.functionClass)],
    [say('regime'), say(row.regime)],
    [say('in_service'), service === '' ? '' : `${service} –${until}`],
  ];
  return rows.filter(([, value]) => value !== '');
}

/** Everything that the report says, in one language. */
export function reportDocument(report: SubjectReport, language: Language): ReportDocument {
  const say: Say = (word) => REPORT_WORDS[word][language];
  const moment = (at: EpochMs): string => momentText(at, language);
  const { personnelNumber, subjectId, madeAt, present, leftAt, register, cases, remembered, supplied, seen } = report;
  const inRegister = present || leftAt === null ? say('yes') : `${say('left')} ${moment(leftAt)}`;
  const versions = register.map(({ version, recordedAt, row }) => ({
    isPart: true,
    heading: `${say('version')} ${version}`,
    sentences: [],
    rows: registerRows(row, recordedAt, say, language),
  }));
  const noCases = cases.length === 0 ? [say('no_cases')] : [];
  return {
    title: say('title'),
    head: [
      [say('made'), moment(madeAt)],
      [say('number'), personnelNumber],
      [say('internal'), subjectId],
      [say('present'), inRegister],
    ],
    sections: [
      { heading: say('register'), sentences: register.length === 0 ? [say('no_register')] : [], rows: [] },
      ...versions,
      {
        heading: say('supplied'),
        sentences: [supplied.length === 0 ? say('not_supplied') : say('supplied_meaning')],
        rows: supplied.map((at): ReportRow => [moment(at), '']),
      },
      { heading: say('cases'), sentences: [...noCases, say('cleared')], rows: [] },
      ...cases.map((one, index) => caseSection(one, index + 1, say, language)),
      ...(remembered.length === 0
        ? []
        : [
            {
              heading: say('remembered'),
              sentences: [say('remembered_meaning')],
              rows: remembered.map(
                (pair): ReportRow => [moment(pair.decidedAt), VERDICT_WORDS[pair.verdict][language]],
              ),
            },
          ]),
      {
        heading: say('seen'),
        sentences: seen.length === 0 ? [say('not_seen')] : [],
        rows: seen.map(
          ({ at, by, action }): ReportRow => [moment(at), `${actionWords(action, language)}, ${say('by')} ${by}`],
        ),
      },
      { heading: '', sentences: [say('rights')], rows: [] },
    ],
  };
}
