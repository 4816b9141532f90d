import { Button as Native, View } from '@tarojs/components'
import { useState } from 'react'
import { phoneCodeOnDesk } from '../platform/phone'
import { aboutToShare, type ShareCard, shareOnDesk } from '../platform/share'
import { type Picked, pickPhotos } from '../platform/upload'
import { BigButton, Button, IconButton } from './Button'
import { Field } from './Field'
import { Icon } from './Icon'
import { spoken } from './spoken'
import './Button.css'

interface ShareProps {
  words: string
  card: ShareCard
  /** The one act of the screen. */
  big?: boolean
}

/** Forwards a card to a chat; the page must be one that can be forwarded (`useShareCard`). */
export const ShareButton = ({ words, card, big = false }: ShareProps) => {
  const coming = card.live === 'coming'
  if (coming || process.env.TARO_ENV === 'h5') {
    const AnyButton = big ? BigButton : Button
    return (
      <AnyButton icon="share" busy={coming} onPress={() => shareOnDesk(card)}>
        {words}
      </AnyButton>
    )
  }
  return (
    <Native
      className={`button ${big ? 'main' : 'secondary'}`}
      hoverClass="pressed"
      openType="share"
      onClick={() => aboutToShare(card)}
      {...spoken('button')}
    >
      <View className="button-face">
        <Icon name="share" tone={big ? 'white' : 'ink'} />
        <View>{words}</View>
      </View>
    </Native>
  )
}

interface ShareIconProps {
  card: ShareCard
  /** What it does and whose it is, for screen readers. */
  label: string
  words: string
}

/** The same at the right of a row (`IconButton`). */
export const ShareIcon = ({ card, label, words }: ShareIconProps) =>
  process.env.TARO_ENV === 'h5' ? (
    <IconButton icon="share" label={label} words={words} onPress={() => shareOnDesk(card)} />
  ) : (
    <Native
      className="icon-button"
      hoverClass="pressed"
      openType="share"
      onClick={() => aboutToShare(card)}
      {...spoken('button', { label })}
    >
      <Icon name="share" />
      <View className="icon-words">{words}</View>
    </Native>
  )

interface PhoneProps {
  words: string
  busy: boolean
  /** The one act of the screen. */
  big?: boolean
  /** A code that the cloud exchanges for the number; undefined when the person said no. */
  onCode: (code: string | undefined) => unknown
}

const PhoneOnDesk = ({ words, busy, big = false, onCode }: PhoneProps) => {
  const [phone, setPhone] = useState('')
  const AnyButton = big ? BigButton : Button
  return (
    <View className="stack">
      <Field label="手机号" value={phone} onChange={setPhone} keyboard="number" max={11} hint="在微信里不用填，微信会替您带上。" />
      <AnyButton icon="phone" busy={busy} onPress={async () => onCode(await phoneCodeOnDesk(phone))}>
        {words}
      </AnyButton>
    </View>
  )
}

/** WeChat's own verified phone number, with the person's consent on WeChat's sheet. */
export const PhoneNumberButton = ({ words, busy, big = false, onCode }: PhoneProps) =>
  process.env.TARO_ENV === 'h5' ? (
    <PhoneOnDesk words={words} busy={busy} big={big} onCode={onCode} />
  ) : (
    <Native
      className={`button ${big ? 'main' : 'secondary'}${busy ? ' still' : ''}`}
      hoverClass="pressed"
      disabled={busy}
      openType="getPhoneNumber"
      onGetPhoneNumber={event => onCode(event.detail.code)}
      {...spoken('button', { disabled: busy })}
    >
      <View className="button-face">
        <Icon name="phone" tone={big && !busy ? 'white' : 'ink'} />
        <View>{busy ? '请稍候…' : words}</View>
      </View>
    </Native>
  )

/** What WeChat tells of the avatar; Taro has no type for it. */
const pictureOf = (detail: unknown): Picked | undefined =>
  typeof detail === 'object' && detail !== null && 'avatarUrl' in detail && typeof detail.avatarUrl === 'string'
    ? { name: 'avatar.png', size: 0, path: detail.avatarUrl }
    : undefined

interface AvatarProps {
  words: string
  /** The picture chosen, not yet sent; undefined when the person turned back. */
  onChosen: (picture: Picked | undefined) => unknown
}

/** A picture of oneself: WeChat's own choice of avatar, album or camera; on the desk a file. */
export const AvatarButton = ({ words, onChosen }: AvatarProps) =>
  process.env.TARO_ENV === 'h5' ? (
    <Button icon="camera" onPress={async () => onChosen((await pickPhotos(1))[0])}>
      {words}
    </Button>
  ) : (
    <Native
      className="button secondary"
      hoverClass="pressed"
      openType="chooseAvatar"
      onChooseAvatar={event => onChosen(pictureOf(event.detail))}
      {...spoken('button')}
    >
      <View className="button-face">
        <Icon name="camera" tone="ink" />
        <View>{words}</View>
      </View>
    </Native>
  )
