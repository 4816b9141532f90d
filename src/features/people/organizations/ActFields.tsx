import { DateField } from '../../../components/Dates'
import { Field } from '../../../components/Field'
import { Photos } from '../../../components/Photos'

/** What an act on an organization rests on. */
export interface Grounds {
  on: string
  reason: string
  documentNo: string
  photos: string[]
}
export const noGrounds: Grounds = { on: '', reason: '', documentNo: '', photos: [] }

/** As it is sent; undefined while something is missing. */
export const groundsOf = ({ on, reason, documentNo, photos }: Grounds) =>
  on === '' || reason.trim() === ''
    ? undefined
    : { on, reason, ...(documentNo.trim() === '' ? {} : { documentNo }), ...(photos.length > 0 ? { fileIds: photos } : {}) }

interface Props {
  value: Grounds
  onChange: (next: (value: Grounds) => Grounds) => void
  /** A press found something missing. */
  tried: boolean
}

/** From which day it holds, why, and by which document. */
export const ActFields = ({ value, onChange, tried }: Props) => (
  <>
    <DateField
      label="从哪一天起"
      value={value.on}
      onChange={on => onChange(was => ({ ...was, on }))}
      error={tried && value.on === '' ? '请选从哪一天起' : undefined}
    />
    <Field
      label="为什么"
      value={value.reason}
      onChange={reason => onChange(was => ({ ...was, reason }))}
      max={200}
      tall
      error={tried && value.reason.trim() === '' ? '请写一句原因' : undefined}
    />
    <Field
      label="批复文号（可以不填）"
      value={value.documentNo}
      onChange={documentNo => onChange(was => ({ ...was, documentNo }))}
      max={60}
      placeholder="例如：长青街〔2026〕18号"
    />
    <Photos
      label="批复的照片（可以不拍，最多 9 张）"
      fileIds={value.photos}
      onChange={next => onChange(was => ({ ...was, photos: next(was.photos) }))}
    />
  </>
)
