import { MATCH_LEVELS, type MatchAttribute } from '../../src/domain/match-level.ts';
import type { WeightsFile } from '../decision/weights.ts';
import type { LevelCounts } from './counts.ts';

/** Pairs that a written share of true pairs counts for against what was counted. */
const WRITTEN_PAIRS = 60;
/** Pairs of strangers that a written chance counts for at least, and how many of them it must expect. */
const WRITTEN_STRANGERS = 10_000;
const WRITTEN_EXPECTED = 5;
/**
 * A level stays at least this likely, as a part of its written share, however seldom the training noise reached it:
 * other noise will come, and a level that has never been seen must not forbid a match.
 */
const LEAST_OF_WRITTEN = 0.4;

/** Levels that weigh nothing by definition: an attribute that is not given says nothing. */
const NEUTRAL: ReadonlySet<string> = new Set(['missing']);

type Level = WeightsFile['attributes'][string][string];

function total(counts: Float64Array, levels: readonly string[]): number {
  return counts.reduce((sum, count, index) => (NEUTRAL.has(levels[index] ?? '') ? sum : sum + count), 0);
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function learnLevel(level: Level, same: number, sameTotal: number, chance: number, chanceTotal: number): Level {
  const { written } = level;
  const learntSame = (same + WRITTEN_PAIRS * written.same) / (sameTotal + WRITTEN_PAIRS);
  const strangers = Math.max(WRITTEN_STRANGERS, WRITTEN_EXPECTED / Math.max(written.chance, 1e-12));
  const learntChance = (chance + strangers * written.chance) / (chanceTotal + strangers);
  return {
    ...level,
    same: Math.min(1, rounded(Math.max(learntSame, LEAST_OF_WRITTEN * written.same))),
    // Where frequency alone explains agreement, counting it as chance too would count it twice.
    chance: written.chance === 0 ? 0 : rounded(learntChance),
    evidence: `${same} of ${sameTotal} true pairs, ${chance} of ${chanceTotal} pairs of strangers`,
  };
}

/**
 * New weights from counted levels: of labelled pairs of one person, and of pairs of strangers drawn at random. Levels
 * that were written by hand are drawn towards the counts, the more pairs the further. The next version of the file.
 */
export function learnWeights(
  file: WeightsFile,
  same: LevelCounts,
  strangers: LevelCounts,
  trainedOn: string,
): WeightsFile {
  const attributes = Object.fromEntries(
    Object.entries(file.attributes).map(([attribute, levels]) => {
      const names: readonly string[] = MATCH_LEVELS[attribute as MatchAttribute];
      const sameCounts = same[attribute as MatchAttribute];
      const strangerCounts = strangers[attribute as MatchAttribute];
      if (sameCounts === undefined || strangerCounts === undefined) return [attribute, levels];
      const [sameTotal, strangerTotal] = [total(sameCounts, names), total(strangerCounts, names)];
      const learnt = names.map((name, index) => {
        const level = levels[name];
        if (level === undefined || NEUTRAL.has(name)) return [name, level];
        return [name, learnLevel(level, sameCounts[index] ?? 0, sameTotal, strangerCounts[index] ?? 0, strangerTotal)];
      });
      return [attribute, Object.fromEntries(learnt)];
    }),
  );
  return { ...file, version: file.version + 1, trainedOn, attributes };
}
