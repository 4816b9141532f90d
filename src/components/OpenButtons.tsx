import { Button as Native, View } from '@tarojs/components'
import { useState } from 'react'
import { phoneCodeOnDesk } from '../platform/phone'
import { type ShareCard, shareOnDesk } from '../platform/share'
import { Button } from './Button'
import { Field } from './Field'
import { Icon } from './Icon'
import { spoken } from './spoken'
import './Button.css'

/** Forwards this page to a chat; the page itself says with what card (`useShareCard`). */
export const ShareButton = ({ words, card }: { words: string; card: ShareCard }) =>
  process.env.TARO_ENV === 'h5' ? (
    <Button icon="share" onPress={() => shareOnDesk(card)}>
      {words}
    </Button>
  ) : (
    <Native className="button secondary" hoverClass="pressed" openType="share" {...spoken('button')}>
      <View className="button-face">
        <Icon name="share" tone="red" />
        <View>{words}</View>
      </View>
    </Native>
  )

interface PhoneProps {
  words: string
  busy: boolean
  /** A code that the cloud exchanges for the number; undefined when the person said no. */
  onCode: (code: string | undefined) => unknown
}

const PhoneOnDesk = ({ words, busy, onCode }: PhoneProps) => {
  const [phone, setPhone] = useState('')
  return (
    <View className="stack">
      <Field label="手机号" value={phone} onChange={setPhone} keyboard="number" max={11} hint="在微信里不用填，微信会替您带上。" />
      <Button icon="phone" busy={busy} onPress={async () => onCode(await phoneCodeOnDesk(phone))}>
        {words}
      </Button>
    </View>
  )
}

/** WeChat's own verified phone number, with the person's consent on WeChat's sheet. */
export const PhoneNumberButton = ({ words, busy, onCode }: PhoneProps) =>
  process.env.TARO_ENV === 'h5' ? (
    <PhoneOnDesk words={words} busy={busy} onCode={onCode} />
  ) : (
    <Native
      className={`button secondary${busy ? ' still' : ''}`}
      hoverClass="pressed"
      disabled={busy}
      openType="getPhoneNumber"
      onGetPhoneNumber={event => onCode(event.detail.code)}
      {...spoken('button', { disabled: busy })}
    >
      <View className="button-face">
        <Icon name="phone" tone="red" />
        <View>{busy ? '请稍候…' : words}</View>
      </View>
    </Native>
  )
