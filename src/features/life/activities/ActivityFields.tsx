import { Choice } from '../../../components/Choice'
import { Field } from '../../../components/Field'

interface Props {
  value: string
  onChange: (value: string) => void
  error?: string | undefined
}

/** Who may come to an activity: `branch` or `open`. */
export const AudienceField = ({ value, onChange }: Props) => (
  <Choice
    label="谁可以参加"
    options={[
      { value: 'branch', words: '本支部的党员' },
      { value: 'open', words: '公开，别的支部也可以来' },
    ]}
    value={value === 'open' ? 'open' : 'branch'}
    onChange={onChange}
  />
)

/** The words of the notice. */
export const BodyField = (props: Props) => <Field label="通知里要说的话" {...props} max={2000} tall placeholder="例如：请佩戴党徽" />

/** The agenda, one part to a line ("5+N", S1). */
export const PartsField = ({ label = '议程', ...props }: Props & { label?: string; hint: string }) => (
  <Field label={label} {...props} max={1300} tall />
)

/** How many may come; empty is as many as like. */
export const CapacityField = (props: Props) => <Field label="名额" hint="满了自动排候补；不限就空着" {...props} keyboard="number" max={4} />
