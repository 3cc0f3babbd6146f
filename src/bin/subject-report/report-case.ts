import type { ReceivedMessage, ReportedCase, ReportedTask } from '../../../db/contract/subject-report.ts';
import { explainHit } from '../../../matching/explain.ts';
import type { Fact } from '../../domain/case.ts';
import type { Language } from '../../domain/language.ts';
import { formatPartialDate } from '../../domain/partial-date.ts';
import { reasonText } from '../../texts/intake.ts';
import { matchSummary } from '../../texts/matching.ts';
import { RATING_WORDS } from '../../texts/relevance-words.ts';
import { BAND_WORDS, TASK_STATE_WORDS, VERDICT_WORDS, WITHDRAWAL_WORDS } from '../../texts/review.ts';
import { taskLabel } from '../../texts/task-page.ts';
import { decisionText } from '../task-text.ts';
import { momentText } from './report-moment.ts';
import type { ReportRow, ReportSection, Say } from './report-parts.ts';

function receivedRow(message: ReceivedMessage, say: Say, language: Language): ReportRow {
  const { receivedAt, sender, deliveryId, line, messageId, reason } = message;
  const what = reason === null ? say('waiting') : reasonText(reason, language);
  const where = [`${sender} ${deliveryId}`, String(line), ...(messageId === null ? [] : [messageId])].join(' / ');
  return [say('received'), `${momentText(receivedAt, language)}  ${where}. ${what}`];
}

function factRow(fact: Fact, say: Say, language: Language): ReportRow {
  const provisions = fact.provisions.map(({ law, article }) => `${article} ${law}`).join(', ');
  const acted = fact.actDate === null ? '' : `${taskLabel('act_date', language)} ${formatPartialDate(fact.actDate)}`;
  const decisions = fact.decisions.map((decision) => decisionText(decision, language));
  const stand = decisions.length === 0 ? taskLabel('open_case', language) : decisions.join(', ');
  return [
    `${say('fact')} ${fact.factNumber}`,
    [fact.qualification, provisions, acted, stand].filter(Boolean).join('; '),
  ];
}

function taskRows(task: ReportedTask, say: Say, language: Language): readonly ReportRow[] {
  const { taskId, state, createdAt, withdrawnReason, rating, dispositions } = task;
  const why = withdrawnReason === null ? '' : `: ${WITHDRAWAL_WORDS[withdrawnReason][language]}`;
  const stand = `${TASK_STATE_WORDS[state][language]}${why}`;
  const rated: readonly ReportRow[] =
    rating === null
      ? []
      : [[say('rating'), `${RATING_WORDS[rating.level][language]} (${rating.ruleId}, ${rating.policyVersion})`]];
  return [
    [say('task'), `${taskId}, ${momentText(createdAt, language)}; ${stand}`],
    ...rated,
    ...dispositions.map(({ decidedAt, verdict, by, reason, retiredAt }): ReportRow => {
      const retired = retiredAt === null ? [] : [`(${say('retired')} ${momentText(retiredAt, language)})`];
      const answer = [VERDICT_WORDS[verdict][language], `${say('by')} ${by}`, ...retired].join(' ');
      return [say('decided'), `${momentText(decidedAt, language)}  ${answer}${reason === '' ? '' : `: ${reason}`}`];
    }),
  ];
}

/** One case: what came, how it was compared, what was made of it and who decided what. */
export function caseSection(one: ReportedCase, place: number, say: Say, language: Language): ReportSection {
  const { confirmed, caseNumber, facts, received, hit, task } = one;
  const about = confirmed ? (facts === null ? [say('erased')] : []) : [say('unconfirmed')];
  const compared: readonly ReportRow[] =
    hit === null
      ? []
      : [[say('compared'), `${BAND_WORDS[hit.band][language]}. ${matchSummary(explainHit(hit), language)}`]];
  return {
    isPart: true,
    heading: [`${say('case')} ${place}`, ...(caseNumber === null ? [] : [caseNumber])].join(': '),
    sentences: about,
    rows: [
      ...received.map((message) => receivedRow(message, say, language)),
      ...(facts ?? []).map((fact) => factRow(fact, say, language)),
      ...compared,
      ...(task === null ? [[say('task'), say('no_task')] as const] : taskRows(task, say, language)),
    ],
  };
}
