import { useText } from '../ui/text.ts'

/** The seal and the name. */
export function Brand() {
  const { t } = useText()
  return (
    <div className="brand">
      <Seal size={26} />
      <b>{t('common.productName')}</b>
    </div>
  )
}

/** The tile 亨 in seal red, the same in both themes. */
export function Seal({ size }: { size: number }) {
  const { t } = useText()
  return (
    <span className="seal" style={{ width: size, height: size, fontSize: Math.round(size * 0.6) }} aria-hidden>
      {t('common.sealCharacter')}
    </span>
  )
}
