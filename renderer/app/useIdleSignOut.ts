import { useEffect } from 'react'
import { useRead } from '../api/useRead.ts'
import { noteIdleEnd } from '../signIn/idleEnd.ts'
import { useSignOut } from '../signIn/useSignIn.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Signs out when nobody has touched keyboard or mouse for as long as the centre's settings allow. */
export function useIdleSignOut(): void {
  const minutes = useRead('sessions.current', {}).value?.idleMinutes
  const signOut = useSignOut()
  useEffect(() => {
    if (minutes === undefined) return undefined
    noteIdleEnd(false)
    let last = performance.now()
    let timer: ReturnType<typeof setTimeout>
    const touch = () => {
      last = performance.now()
    }
    const look = () => {
      const left = last + minutes * MINUTE - performance.now()
      if (left <= 0) {
        noteIdleEnd(true)
        void signOut()
      } else timer = setTimeout(look, left)
    }
    timer = setTimeout(look, minutes * MINUTE)
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true })
    }
  }, [minutes, signOut])
}
