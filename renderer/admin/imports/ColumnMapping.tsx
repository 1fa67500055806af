import { columnMap, type ColumnMap } from '../../../shared/operations/reports.ts'
import { Field } from '../../ui/Field.tsx'
import { useText } from '../../ui/text.ts'

const fields = columnMap.keyType.options

/** Which column of the file is which field, by its name in the file; columns that are recognised need nothing. */
export function ColumnMapping({
  value,
  headers,
  onChange,
}: {
  value: ColumnMap
  headers: readonly string[]
  onChange: (value: ColumnMap) => void
}) {
  const { t } = useText()
  const set = (field: (typeof fields)[number], name: string) => {
    const { [field]: _, ...others } = value
    onChange(name === '' ? others : { ...others, [field]: name })
  }
  return (
    <div className="admin-mapping">
      <p className="secondary small">{t('imports.mappingHint')}</p>
      <div className="admin-mapping-fields">
        {fields.map((field) => (
          <Field key={field} label={t(`imports.fields.${field}`)}>
            {(ids) => (
              <input
                {...ids}
                className="input"
                list="import-headers"
                autoComplete="off"
                placeholder={t('imports.automatic')}
                value={value[field] ?? ''}
                onChange={(event) => set(field, event.target.value)}
              />
            )}
          </Field>
        ))}
      </div>
      <datalist id="import-headers">
        {headers.map((header) => (
          <option key={header} value={header} />
        ))}
      </datalist>
    </div>
  )
}
