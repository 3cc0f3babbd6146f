/*
 * The gate: who may be loaded, compared and shown, and why not. For somebody from legal affairs:
 *
 * 1. Everybody is refused unless a basis record says otherwise. A basis counts when a second registrar has confirmed
 *    it, it is in force today, and it names a data-protection impact assessment.
 * 2. Officers and externals (staff.ts) need a continuous basis (Politiewet 48v) that covers their organisation and
 *    the feed the entries come from. Regime VOG and positions of trust are out (48v lid 5). They must be in service
 *    today; somebody still to join may be loaded, but is not compared.
 * 3. Partners and other people of 48s are refused, with two exceptions.
 *    a. Once, inside an open inquiry into a named officer or external (partner-inquiry.ts): conditions G1 to G9.
 *    b. Continuously, only under an act later than Stb. 2020, 412 with conditions of its own
 *       (partner-continuous.ts). No such act exists and no such basis is shipped; when one comes, a registrar
 *       records it, another confirms it, and from its first day it works.
 * 4. Every refusal names the first condition that failed (GATE_CONDITIONS in src/domain/gate.ts).
 * 5. Of an entry that concerns nobody nothing is kept. Only a confirmed basis for staff that says for how many days
 *    may have it kept, sealed, to be compared with who joins late (unmatched.ts); none that is shipped does.
 * 6. A basis that was ended, or whose last day has passed, covers nobody from then on.
 *
 * The right of access (AVG 15) is not asked here: people may see what was done with their data whatever the basis.
 */

import type { LegalBasis } from '../domain/basis.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { GateVerdict } from '../domain/gate.ts';
import type { SubjectKind } from '../domain/subject.ts';
import { type Sifted, sift, standingTests } from './basis-in-force.ts';
import { checkContinuousPartner } from './partner-continuous.ts';
import { checkInquiry } from './partner-inquiry.ts';
import type { GateRequest, GateSubject } from './request.ts';
import { checkStaff } from './staff.ts';

/** The gate for one day and one set of bases; asking it costs about a microsecond. */
export type Gate = (request: GateRequest) => GateVerdict;

/** Sifts the bases once. Compile anew when the day, the register version or a basis changes. */
export function compileGate(bases: readonly LegalBasis[], today: CalendarDate): Gate {
  const continuous = (kind: SubjectKind): Sifted =>
    sift(
      bases.filter((basis) => basis.subjectKind === kind && basis.mode === 'continuous'),
      standingTests(today),
    );
  const standing: Readonly<Record<SubjectKind, Sifted>> = {
    officer: continuous('officer'),
    external: continuous('external'),
    partner: continuous('partner'),
  };
  const forPartners = bases.filter((basis) => basis.subjectKind === 'partner');
  const neverContinuous = !forPartners.some((basis) => basis.mode === 'continuous');

  const staff = (subject: GateSubject, request: GateRequest): GateVerdict => {
    const feedMode = request.permission === 'match' ? request.feedMode : null;
    return checkStaff(subject, { permission: request.permission, feedMode }, standing[subject.kind], today);
  };
  return (request) => {
    if (request.subject.kind !== 'partner') return staff(request.subject, request);
    const byInquiry = checkInquiry(request, forPartners, today);
    if (byInquiry.kind === 'allowed' || neverContinuous) return byInquiry;
    const always = checkContinuousPartner(
      request,
      standing.partner,
      ({ principal }) => staff(principal, request),
      today,
    );
    return always.kind === 'refused' && request.inquiry !== null ? byInquiry : always;
  };
}

/** One question by itself; `compileGate` when there are many. */
export function gate(request: GateRequest, bases: readonly LegalBasis[], today: CalendarDate): GateVerdict {
  return compileGate(bases, today)(request);
}
