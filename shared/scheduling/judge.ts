import type { Role, RuleCode, RuleRefusal } from '../refusals.ts'
import { placeTime } from './leaves.ts'
import { knob } from './policy.ts'
import { noBlackout } from './rules/blackout.ts'
import { isWholeBlocks } from './rules/blocks.ts'
import { placeIsBookable } from './rules/bookable.ts'
import { peopleFit } from './rules/capacity.ts'
import { isChangedInTime } from './rules/changeNotice.ts'
import { placeIsFree } from './rules/free.ts'
import { leavesAGap } from './rules/gap.ts'
import { isNotTooFar } from './rules/horizon.ts'
import { isShortEnough } from './rules/longest.ts'
import { partyIsLarge } from './rules/minHeads.ts'
import { isInTime } from './rules/notice.ts'
import { placeIsOpen } from './rules/open.ts'
import { fewAreOpen } from './rules/openBookings.ts'
import { isNotPast } from './rules/past.ts'
import { personIsWithinLimits } from './rules/personLimit.ts'
import { projectIsRunning } from './rules/projectTerm.ts'
import { isNotQuiet } from './rules/quietHours.ts'
import { isRelaxed } from './rules/relaxed.ts'
import { hasWhatItNeeds } from './rules/requires.ts'
import { isOpenToTeam } from './rules/reserved.ts'
import { origin, type Asked, type PlaceRule, type WholeRule } from './rules/rule.ts'
import { personIsInOnePlace } from './rules/samePerson.ts'
import { setsMore } from './rules/setsMore.ts'
import { isLongEnough } from './rules/shortest.ts'
import { isOnStep } from './rules/step.ts'
import { teamIsWithinQuota } from './rules/teamQuota.ts'
import type { Proposal, Situation, Verdict } from './situation.ts'
import type { Interval } from './time.ts'

/** In the order in which a person wants to read the reasons: first what stands in the way, then what could be asked for differently. */
const placeRules: readonly PlaceRule[] = [
  placeIsFree,
  placeIsBookable,
  placeIsOpen,
  isOnStep,
  isLongEnough,
  isShortEnough,
  isNotPast,
  isInTime,
  isNotTooFar,
]
/** Judged only where some level sets them. */
const moreRules: readonly PlaceRule[] = [
  noBlackout,
  isNotQuiet,
  isOpenToTeam,
  isWholeBlocks,
  isChangedInTime,
  partyIsLarge,
  leavesAGap,
  hasWhatItNeeds,
]
const wholeRules: readonly WholeRule[] = [
  peopleFit,
  projectIsRunning,
  personIsInOnePlace,
  teamIsWithinQuota,
  personIsWithinLimits,
  fewAreOpen,
]

/** Roles whose own bookings need nobody's approval. */
const approvers: readonly Role[] = ['manager', 'administrator']

/**
 * Judges a booking by every rule and gives all reasons at once (CF-05). A refusal is set aside by a waiver that names its rule and resource when
 * the role may waive it; otherwise it stays and the rule is listed in `waiverRefused`. Waivers that nothing needs are ignored.
 * `needsApproval`: a place asks for approval and the role does not approve itself. The caller has refused unknown resources (notFound),
 * places named twice (`checkNamedOnce`) and an end before the start before; here such a resource counts as not bookable.
 */
export function judge(proposal: Proposal, situation: Situation): Verdict {
  const found: RuleRefusal[] = []
  const asked: Asked[] = []
  let needsApproval = false
  for (const place of proposal.resources) {
    const resource = situation.places.resources.get(place.resourceId)
    if (!resource) {
      found.push({ code: 'notBookable', state: 'unknown', ...origin('notBookable', place.resourceId, 'always') })
      continue
    }
    const { policies } = situation
    const one: Asked = {
      resource,
      quantity: place.quantity,
      before: place.before ?? knob(resource, policies, 'bufferBefore').value,
      after: place.after ?? knob(resource, policies, 'bufferAfter').value,
      shrinks: shrinks(proposal, place),
    }
    asked.push(one)
    if (!needsApproval && knob(resource, policies, 'approval').value && !approvers.includes(situation.role))
      needsApproval = true
    const own = place.offset === undefined ? proposal : ownTime(proposal, place)
    for (const rule of placeRules) rule(one, own, situation, found)
    if (setsMore(resource, policies)) for (const rule of moreRules) rule(one, own, situation, found)
  }
  for (const rule of wholeRules) rule(asked, proposal, situation, found)
  if (found.length === 0) return { refusals: found, warnings: [], waived: [], waiverRefused: [], needsApproval }
  const standing = found.filter((refusal) => !isRelaxed(refusal, timeAt(refusal.resourceId, proposal), situation))
  const warnings = standing.filter(isWarning)
  return {
    ...setAside(
      warnings.length === 0 ? standing : standing.filter((each) => !isWarning(each)),
      proposal,
      situation.role,
    ),
    warnings,
    needsApproval,
  }
}

type Place = Proposal['resources'][number]

const isWarning = (refusal: RuleRefusal) => refusal.code === 'samePersonTwice' && refusal.warning

function timeAt(resourceId: string, proposal: Proposal): Interval {
  return placeTime(proposal, proposal.resources.find((each) => each.resourceId === resourceId) ?? {})
}

/** The proposal as one part of a bundle sees it: at its own time, now and before. */
function ownTime(proposal: Proposal, place: Place): Proposal {
  const before = proposal.was?.resources.find((each) => each.resourceId === place.resourceId)
  const was = proposal.was === null ? null : { ...proposal.was, ...placeTime(proposal.was, before ?? {}) }
  return { ...proposal, ...placeTime(proposal, place), was, whole: { start: proposal.start, end: proposal.end } }
}

function shrinks(proposal: Proposal, place: Place): boolean {
  const { was } = proposal
  const before = was?.resources.find((each) => each.resourceId === place.resourceId)
  if (was === null || before === undefined || before.quantity < place.quantity) return false
  const [now, then] = [placeTime(proposal, place), placeTime(was, before)]
  return now.start >= then.start && now.end <= then.end
}

function setAside(found: RuleRefusal[], proposal: Proposal, role: Role): Omit<Verdict, 'needsApproval' | 'warnings'> {
  const refusals: RuleRefusal[] = []
  const waived: { rule: RuleCode; resourceId: string }[] = []
  const waiverRefused: RuleCode[] = []
  const { was } = proposal
  const within = was !== null && proposal.start >= was.start && proposal.end <= was.end
  for (const refusal of found) {
    const names = (each: { rule: string; resourceId: string }) =>
      each.rule === refusal.code && each.resourceId === refusal.resourceId
    const given = proposal.waivers.some(names)
    const kept = (within || refusal.code === 'overCapacity') && (proposal.kept?.some(names) ?? false)
    if ((given && refusal.waivers.includes(role)) || (kept && refusal.waivers.length > 0)) {
      waived.push({ rule: refusal.code, resourceId: refusal.resourceId })
      continue
    }
    refusals.push(refusal)
    if (given && !waiverRefused.includes(refusal.code)) waiverRefused.push(refusal.code)
  }
  return { refusals, waived, waiverRefused }
}
