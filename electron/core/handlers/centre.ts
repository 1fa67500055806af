import type { Settings } from '../../../shared/operations/centre.ts'
import type { ReplyTo } from '../../../shared/operations/index.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { done, refuse } from '../../../shared/result.ts'
import { checkPolicy } from '../../../shared/scheduling/policy.ts'
import { isZone } from '../../../shared/scheduling/zone.ts'
import { sortKeyOf } from '../../../shared/text/sortKey.ts'
import type { Context, Facts, Handlers } from '../context.ts'
import { brokenResources } from '../rules/brokenResources.ts'
import { fillDemo, type DemoDoor } from '../demo/index.ts'
import { settingsBeforeSetUp } from '../memory.ts'
import { hashSecretNow, isWeakSecret } from '../secrets.ts'

/** True while nobody can sign in: the centre may still be set up or filled with the demo. */
function isEmpty({ stores, memory }: Context): boolean {
  return !memory.isSetUp() && stores.people.people().every((each) => each.secretHash === null)
}

const facts = ({ centreName: _name, centreNameEn: _nameEn, ...settings }: Settings): Facts => settings

/** Mistakes of settings that no type can see. */
function checkSettings(settings: Settings): Refusal[] {
  const refusals = checkPolicy(settings.policy, 'change.policy')
  for (const [kind, policy] of Object.entries(settings.kindPolicies))
    refusals.push(...checkPolicy(policy, `change.kindPolicies.${kind}`, [settings.policy]))
  if (!isZone(settings.zone))
    refusals.push({ code: 'badInput', path: 'change.zone', why: 'unknownZone', given: settings.zone })
  if (settings.boardUntil <= settings.boardFrom)
    refusals.push({ code: 'badInput', path: 'change.boardUntil', why: 'endBeforeStart' })
  return refusals
}

/** The centre itself: its first start, its settings. */
export const centreHandlers = {
  'centre.status'(context) {
    const { memory, stores, version, now, readOnly } = context
    const { centreName, centreNameEn, zone, language, demo } = memory.settings()
    return done({
      empty: isEmpty(context),
      demo,
      centreName,
      centreNameEn,
      zone,
      language,
      version,
      now,
      readOnly,
      savedAt: context.savedAt(),
      seq: stores.journal.head().seq,
    })
  },

  'centre.setUp'(context, input) {
    if (!isEmpty(context)) return refuse({ code: 'alreadySetUp' })
    const refusals: Refusal[] = []
    if (!isZone(input.zone)) refusals.push({ code: 'badInput', path: 'zone', why: 'unknownZone', given: input.zone })
    if (isWeakSecret(input.secret, input.login)) refusals.push({ code: 'badInput', path: 'secret', why: 'weakSecret' })
    if (refusals.length > 0) return refuse(...refusals)
    const { stores, record, prepared } = context
    const settings: Settings = {
      ...settingsBeforeSetUp,
      centreName: input.centreName,
      centreNameEn: '',
      zone: input.zone,
      language: input.language,
    }
    stores.centre.saveSettings(settings)
    record('settings', 'centre', null, facts(settings))
    const administratorId = context.newId()
    stores.people.savePerson({
      id: administratorId,
      name: input.administratorName,
      sortKey: sortKeyOf(input.administratorName),
      role: 'administrator',
      teamId: null,
      phone: '',
      email: '',
      login: input.login,
      secretHash: prepared.hashes.get(input.secret) ?? hashSecretNow(input.secret),
      pinHash: null,
      note: '',
      retired: false,
      version: 1,
    })
    record('people', administratorId, null, { role: 'administrator', version: 1 })
    return done({ administratorId })
  },

  'centre.demo'(context, input) {
    if (!isEmpty(context)) return refuse({ code: 'alreadySetUp' })
    const door: DemoDoor = {
      now: context.now,
      call(name, wanted, { personId, role, at }) {
        const actor = { personId, role, door: 'cli', tokenHash: null } as const
        const outcome = context.within(name, wanted, { actor, now: at })
        const reply =
          'faultId' in outcome
            ? ({ ok: false, faultId: outcome.faultId } as const)
            : outcome.done
              ? { ok: true, value: outcome.value }
              : { ok: false, refusals: outcome.refusals }
        return reply as ReplyTo<typeof name>
      },
    }
    const filled = fillDemo(door, input)
    const settings = { ...context.memory.settings(), demo: true }
    context.stores.centre.saveSettings(settings)
    context.record('settings', 'centre', null, facts(settings))
    return done(filled)
  },

  'settings.get': ({ memory }) => done(memory.settings()),

  'settings.set'({ stores, memory, record }, { change }) {
    const was = memory.settings()
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const settings: Settings = { ...was, ...given }
    const refusals = [...checkSettings(settings), ...brokenResources(was, settings, memory.catalogue().resources)]
    if (refusals.length > 0) return refuse(...refusals)
    stores.centre.saveSettings(settings)
    record('settings', 'centre', facts(was), facts(settings))
    return done(settings)
  },
} satisfies Partial<Handlers>
