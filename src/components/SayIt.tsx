import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { type Hearing, useHearing } from '../platform/hearing'
import { Button, IconButton } from './Button'
import { spoken } from './spoken'

interface FieldProps {
  /** The label of the field that is spoken into. */
  label: string
  /** It has several lines, and room for words on the button. */
  tall: boolean
}

const words: Record<Hearing, string> = { still: '说话，替我写', hearing: '正在听，说完按这里', writing: '正在写…', heard: '再说几句', unheard: '再说一遍' } // prettier-ignore
const short: Record<Hearing, string> = { still: '说', hearing: '说完', writing: '在写', heard: '再说', unheard: '再说' }
const after: Partial<Record<Hearing, string>> = {
  hearing: '请说，最长一分钟，边说边写在上面。',
  heard: '写好了，请看一看，写错了可以改。',
  unheard: '没有听清。请看看手机有没有信号、有没有允许用麦克风，也可以打字。',
}

/** Around the field (`children`): the button that is spoken by, and how it goes. */
export const SayItFrame = ({
  label,
  tall,
  state,
  onPress,
  children,
}: PropsWithChildren<FieldProps & { state: Hearing; onPress: () => void }>) => {
  const icon = state === 'hearing' ? 'stop' : 'mic'
  const told = after[state]
  return (
    <>
      {tall ? (
        <>
          {children}
          <Button icon={icon} disabled={state === 'writing'} about={label} onPress={onPress}>
            {words[state]}
          </Button>
        </>
      ) : (
        <View className="row tight">
          <View className="grow">{children}</View>
          <IconButton icon={icon} words={short[state]} label={`${words[state]}：${label}`} onPress={onPress} />
        </View>
      )}
      {told && (
        <View className={state === 'unheard' ? 'warn' : 'soft'} {...spoken('status')}>
          {told}
        </View>
      )}
    </>
  )
}

interface Props extends FieldProps {
  value: string
  onChange: (value: string) => void
  /** Longest text in characters. */
  max: number
}

/** What is said appears in the field, to be read and mended. Only where the phone can hear (`canHear`). */
export const SayIt = ({ label, tall, value, onChange, max, children }: PropsWithChildren<Props>) => {
  // One line is a name or a few words; the full stop that ends what was heard is not part of it.
  const { state, press } = useHearing(value, said => onChange((tall ? said : said.replace(/。$/, '')).slice(0, max)))
  return (
    <SayItFrame label={label} tall={tall} state={state} onPress={press}>
      {children}
    </SayItFrame>
  )
}
