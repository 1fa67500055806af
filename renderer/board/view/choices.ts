import { useState } from 'react'
import { colourings, type Colouring } from '../model/look.ts'
import { densities, type Density } from './layoutOf.ts'

function stored<V extends string>(name: string, allowed: readonly V[], usual: V): V {
  try {
    const found = localStorage.getItem(name)
    return allowed.find((each) => each === found) ?? usual
  } catch {
    // Storage is shut: the choice lasts as long as the page.
    return usual
  }
}

function useChoice<V extends string>(name: string, allowed: readonly V[], usual: V): [V, (next: V) => void] {
  const [value, setValue] = useState(() => stored(name, allowed, usual))
  const choose = (next: V) => {
    setValue(next)
    try {
      localStorage.setItem(name, next)
    } catch {
      // As above.
    }
  }
  return [value, choose]
}

/** What the colours tell, as this reader chose it on this computer. */
export function useColouring(): [Colouring, (next: Colouring) => void] {
  return useChoice('hengtong.board.colouring', colourings, 'team')
}

/** How high the rows are, as this reader chose it on this computer. */
export function useDensity(): [Density, (next: Density) => void] {
  return useChoice('hengtong.board.density', densities, 'normal')
}
