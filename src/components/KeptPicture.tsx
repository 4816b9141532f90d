import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { drawPicture, savePicture, type Brush } from '../platform/picture'
import { Button } from './Button'
import { Notice } from './Notice'
import { pictured } from './spoken'
import './KeptPicture.css'

interface Props {
  width: number
  height: number
  /** Draws it; another function draws it again. */
  paint: (brush: Brush) => void
  /** What it is: 证书, 贺卡. */
  thing: string
  /** What stands on it, for a reader who cannot see it and for a phone that cannot draw. */
  words: string
  /** File name with its ending. */
  name: string
  /** What is not lost where the phone cannot draw. */
  kept: string
}

/** A picture drawn on the phone, to look at and to keep in the album. */
export const KeptPicture = ({ width, height, paint, thing, words, name, kept }: Props) => {
  const [picture, setPicture] = useState<string | undefined>()
  const [failed, setFailed] = useState(false)
  const [saved, setSaved] = useState<boolean | undefined>()
  useEffect(() => {
    let gone = false
    void drawPicture(width, height, paint).then(path => {
      if (gone) return
      setPicture(path)
      setFailed(path === undefined)
    })
    return () => {
      gone = true
    }
  }, [width, height, paint])
  if (failed) {
    return (
      <Notice tone="warn" title={`这部手机画不出${thing}`}>
        <View>
          {words}。{kept}
        </View>
      </Notice>
    )
  }
  return (
    <>
      {picture !== undefined && <Image className="kept-picture" src={picture} mode="widthFix" {...pictured(words)} />}
      {saved === true && <Notice tone="good" title={`${thing}存到相册了`} onSeen={() => setSaved(undefined)} />}
      {saved === false && (
        <Notice tone="warn" title="没有保存成" onSeen={() => setSaved(undefined)}>
          <View>手机没有允许存到相册。可以长按上面的{thing}，或者截一张图。</View>
        </Notice>
      )}
      <Button
        icon="download"
        disabled={picture === undefined}
        onPress={async () => picture !== undefined && setSaved(await savePicture(picture, name))}
      >
        {`把${thing}存到相册`}
      </Button>
    </>
  )
}
