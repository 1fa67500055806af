import { useRef, useState, type DragEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useText } from '../../ui/text.ts'
import { readFile, type ChosenFile } from './fileText.ts'

/** Where a file is chosen or dropped. Larger than 5 MB is said at once and not read. */
export function FileBox({
  file,
  disabledReason,
  onChange,
}: {
  file: ChosenFile | null
  disabledReason: string | null
  onChange: (file: ChosenFile | null) => void
}) {
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const take = async (given: File | undefined) => {
    if (given === undefined || disabledReason !== null) return
    if (!/\.(ics|csv|tsv|txt|xlsx)$/i.test(given.name)) {
      setError(t('imports.wrongKind', { name: given.name }))
      return
    }
    const read = await readFile(given)
    setError(read === null ? t('imports.tooLarge', { name: given.name }) : null)
    onChange(read)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <div
      className={over ? 'admin-drop is-over' : 'admin-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name={file === null ? 'upload' : 'file'} size={20} />
      <div className="admin-grow">
        <p className="section-title">{file === null ? t('imports.drop') : file.name}</p>
        <p className="tertiary small">
          {file === null
            ? t('imports.dropHint')
            : t('imports.size', { size: Math.max(1, Math.round(file.size / 1000)) })}
        </p>
        {error === null ? null : (
          <p className="field-error" role="alert">
            <Icon name="triangle" size={12} />
            {error}
          </p>
        )}
      </div>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={t('imports.choose')}
        accept=".ics,.csv,.tsv,.txt,.xlsx"
        onChange={(event) => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button disabledReason={disabledReason} onClick={() => input.current?.click()}>
        {t(file === null ? 'imports.choose' : 'imports.chooseOther')}
      </Button>
    </div>
  )
}
