import { operations, type OperationName, type Value } from '../../shared/operations/index.ts'
import type { Person } from '../../shared/operations/people.ts'
import { useRead } from './useRead.ts'

export type Centre = Value<'centre.status'>

const unknownCentre: Centre = {
  empty: false,
  demo: false,
  centreName: '',
  centreNameEn: '',
  zone: 'Asia/Shanghai',
  language: 'zh',
  version: '',
  now: 0,
  readOnly: false,
  savedAt: null,
  seq: 0,
}

/** The centre as the first screen knows it: name, zone, demo or not. Never undefined inside the shell. */
export function useCentre(): Centre {
  return useRead('centre.status', {}).value ?? unknownCentre
}

/** What the centre is called in the reader's language; empty before anyone named it. */
export function useCentreName(language: 'zh' | 'en'): string {
  const { centreName, centreNameEn } = useCentre()
  return language === 'en' && centreNameEn !== '' ? centreNameEn : centreName
}

/** The centre's time zone. */
export function useZone(): string {
  return useCentre().zone
}

/** Who is signed in; null on the sign-in screen only. */
export function usePerson(): Person | null {
  return useRead('sessions.current', {}).value?.person ?? null
}

/** Whether the person here may run an operation: buttons are disabled (with the reason) where not. */
export function useMay(): (name: OperationName) => boolean {
  const person = usePerson()
  return (name) => {
    const { who } = operations[name]
    if (who === 'anyone') return true
    if (person === null) return false
    return who === 'signedIn' || who.includes(person.role)
  }
}
