import { Dialog } from '../ui/Dialog.tsx'
import { keyName } from '../ui/KeyHint.tsx'
import { useText } from '../ui/text.ts'
import type { Catalogue } from '../../shared/text/zh.ts'
import type { Page } from './pages.ts'

type KeyWord = keyof Catalogue['shell']['helpKeys']
type Group = { name: keyof Catalogue['shell']['helpGroups']; keys: readonly (readonly [KeyWord, readonly string[]])[] }

const groups: readonly Group[] = [
  {
    name: 'everywhere',
    keys: [
      ['newBooking', ['N']],
      ['search', ['/', 'Ctrl+K']],
      ['undo', ['Ctrl+Z']],
      ['goPage', ['Alt+1', 'Alt+9']],
      ['closeLayer', ['Esc']],
      ['help', ['?']],
    ],
  },
  {
    name: 'board',
    keys: [
      ['today', ['T']],
      ['previousNext', ['←', '→']],
      ['dayWeek', ['1', '2']],
      ['moveCursor', ['↑', '↓', '←', '→']],
      ['create', ['Enter']],
    ],
  },
  {
    name: 'booking',
    keys: [
      ['openCard', ['Enter']],
      ['moveBooking', ['Alt+←', 'Alt+→']],
      ['resizeBooking', ['Shift+←', 'Shift+→']],
      ['cancelBooking', ['Delete']],
    ],
  },
  {
    name: 'form',
    keys: [
      ['nextField', ['Tab', 'Shift+Tab']],
      ['submit', ['Ctrl+Enter']],
      ['useAlternative', ['Alt+1', 'Alt+3']],
    ],
  },
]
/** Keys that stand for all between them. */
const ranges = new Set<KeyWord>(['goPage', 'useAlternative'])

/** All keys in words; pages by their number. */
export function Help({ pages, onClose }: { pages: readonly Page[]; onClose: () => void }) {
  const { t } = useText()
  const numbered = pages.filter((page) => page.rail === 'top').slice(0, 9)
  return (
    <Dialog title={t('shell.helpTitle')} wide onClose={onClose}>
      <div className="help">
        {groups.map(({ name, keys }) => (
          <section key={name}>
            <h3 className="section-title">{t(`shell.helpGroups.${name}`)}</h3>
            <dl>
              {keys.map(([word, chords]) => (
                <div key={word} className="help-line">
                  <dt>{t(`shell.helpKeys.${word}`)}</dt>
                  <dd>
                    {chords.map((chord, index) => (
                      <span key={chord}>
                        {index > 0 ? <i>{ranges.has(word) ? '–' : '/'}</i> : null}
                        <kbd className="key-hint">{keyName(chord)}</kbd>
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section className="help-pages">
          <h3 className="section-title">{t('shell.helpPages')}</h3>
          <dl>
            {numbered.map((page, index) => (
              <div key={page.name} className="help-line">
                <dt>{t(`shell.pages.${page.name}`)}</dt>
                <dd>
                  <kbd className="key-hint">{keyName(`Alt+${index + 1}`)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}
