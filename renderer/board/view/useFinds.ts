import { useEffect, useState } from 'react'
import type { Finds } from '../model/filter.ts'

const plain: Finds = (text, typed) => text.toLowerCase().includes(typed.trim().toLowerCase())

/** How typed text finds names. The dictionary of pinyin is fetched when somebody first types: the board opens without it. */
export function useFinds(typed: string): Finds {
  const [finds, setFinds] = useState<Finds>(() => plain)
  const wanted = typed !== ''
  useEffect(() => {
    if (!wanted) return undefined
    let current = true
    void import('../../ui/pinyin.ts').then(({ pinyinMatches }) => {
      if (current) setFinds(() => pinyinMatches)
      return undefined
    })
    return () => {
      current = false
    }
  }, [wanted])
  return finds
}
