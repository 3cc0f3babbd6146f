import type { Alarm } from '../../domain/alarm.ts';
import { type AlarmId, asId, type EpochMs } from '../../domain/ids.ts';
import { ALARM_TITLES, alarmAbout, quarantineOf } from '../../texts/alarm-words.ts';
import { alarmSentence } from '../../texts/alarms.ts';
import type { WebTextKey } from '../../texts/web.ts';
import { badge, type Tone } from '../components/badge.ts';
import { factList } from '../components/facts.ts';
import { formToken, submit } from '../components/form.ts';
import { address } from '../components/pagination.ts';
import { moment } from '../format.ts';
import { type Html, html, type Piece } from '../html.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';

const ALARMS_SHOWN = 100;
const MOST_CHARACTERS = 500;

/** A reason that was not taken, to be shown again where it was typed. */
interface Refused {
  readonly alarmId: string;
  readonly reason: string;
}

function stateOf({ acknowledgedAt, clearedAt }: Alarm): { readonly name: WebTextKey; readonly tone: Tone } {
  if (clearedAt !== null) return { name: 'alarms.state.cleared', tone: 'good' };
  if (acknowledgedAt !== null) return { name: 'alarms.state.acknowledged', tone: 'attention' };
  return { name: 'alarms.state.new', tone: 'problem' };
}

function acknowledgeForm({ say, formToken: token }: AccountVisit, alarm: Alarm, refused: Refused | null): Html | null {
  if (alarm.acknowledgedAt !== null || alarm.clearedAt !== null) return null;
  const id = `reason-${alarm.alarmId}`;
  const isRefused = refused?.alarmId === alarm.alarmId;
  const error = html`<p class="utrecht-form-field-error-message" id="${id}-error">${say('alarms.reason.required', { most: MOST_CHARACTERS })}</p>`;
  const marks = isRefused
    ? html` aria-invalid="true" aria-describedby="${id}-error ${id}-hint" autofocus`
    : html` aria-describedby="${id}-hint"`;
  return html`<form method="post" action="/alarms/${alarm.alarmId}/acknowledge" class="screening-acknowledge">
${formToken(token)}
<div class="utrecht-form-field${isRefused ? ' utrecht-form-field--invalid' : ''}">
<label class="utrecht-form-label" for="${id}">${say('alarms.reason')}</label>
<p class="utrecht-form-field-description" id="${id}-hint">${say('alarms.reason.hint')}</p>
${isRefused ? error : null}
<input class="utrecht-textbox utrecht-textbox--html-input${isRefused ? ' utrecht-textbox--invalid' : ''}" type="text" id="${id}" name="reason" maxlength="${MOST_CHARACTERS}" required value="${isRefused ? refused.reason : ''}"${marks}>
</div>
${submit(say('alarms.acknowledge'))}
</form>`;
}

/** What it is about; of lines in quarantine the delivery, where its quarantine stands. */
function about({ language }: AccountVisit, alarm: Alarm): Piece {
  const words = alarmAbout(alarm, language);
  const deliveryKey = quarantineOf(alarm);
  if (deliveryKey === null) return words;
  return html`<a class="utrecht-link" href="/deliveries/${deliveryKey}#quarantine">${words}</a>`;
}

function facts(visit: AccountVisit, alarm: Alarm): Html {
  const { say, language } = visit;
  const { code, raisedAt, lastSeenAt, acknowledgedAt, acknowledgedReason, clearedAt } = alarm;
  const at = (time: EpochMs | null): Piece => (time === null ? null : moment(time, language));
  return factList([
    [say('alarms.about'), about(visit, alarm)],
    [say('alarms.raised'), at(raisedAt)],
    [say('alarms.last_seen'), at(lastSeenAt)],
    [say('alarms.acknowledged_at'), at(acknowledgedAt)],
    [say('alarms.acknowledged_reason'), acknowledgedReason],
    [say('alarms.cleared_at'), at(clearedAt)],
    [say('alarms.code'), code],
  ]);
}

function item(visit: AccountVisit, alarm: Alarm, refused: Refused | null): Html {
  const { say, language } = visit;
  const state = stateOf(alarm);
  return html`<li class="screening-card" id="alarm-${alarm.alarmId}">
<h2 class="utrecht-heading-4">${ALARM_TITLES[alarm.code][language]} ${badge(say(state.name), state.tone)}</h2>
<p class="utrecht-paragraph">${alarmSentence(alarm, language)}</p>
${facts(visit, alarm)}
${acknowledgeForm(visit, alarm, refused)}
</li>`;
}

async function alarmsPage(visit: AccountVisit, refused: Refused | null): Promise<Answer> {
  const { say, store } = visit;
  const which = visit.query('which') === 'all' ? 'all' : 'open';
  const alarms = await store.listAlarms(accessOf(visit, 'operate'), which, ALARMS_SHOWN);
  const choice = (value: 'open' | 'all'): Html => {
    const current = value === which ? html` aria-current="true"` : null;
    const to = address('/alarms', { which: value === 'all' ? 'all' : '' });
    return html`<li><a class="utrecht-link" href="${to}"${current}>${say(`alarms.${value}`)}</a></li>`;
  };
  const list =
    alarms.length === 0
      ? html`<p class="utrecht-paragraph">${say(`alarms.empty.${which}`)}</p>`
      : html`<ul class="screening-cards screening-cards--wide">${alarms.map((alarm) => item(visit, alarm, refused))}</ul>`;
  const main = html`<nav class="screening-choice" aria-label="${say('alarms.which')}"><ul>${choice('open')}${choice('all')}</ul></nav>
${list}`;
  const self = address('/alarms', { which: which === 'all' ? 'all' : '' });
  return { kind: 'page', status: refused === null ? 200 : 422, title: say('alarms.title'), main, self };
}

/** The alarms that are open, or all of them with `which=all`. */
export function showAlarms(visit: AccountVisit): Promise<Answer> {
  return alarmsPage(visit, null);
}

/** Records that somebody takes care of an alarm, and what will be done. It stays open until its cause is gone. */
export async function acknowledgeAlarm(visit: AccountVisit): Promise<Answer> {
  const [alarmId, reason] = [visit.param('alarmId'), visit.field('reason').trim()];
  if (reason === '' || reason.length > MOST_CHARACTERS) return alarmsPage(visit, { alarmId, reason });
  // False when somebody else was first or the cause is gone: the list says so.
  await visit.store.acknowledgeAlarm(accessOf(visit, 'operate'), asId<AlarmId>(alarmId), reason, visit.now);
  return { kind: 'redirect', to: '/alarms' };
}
