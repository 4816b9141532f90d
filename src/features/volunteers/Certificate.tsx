import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '../../components/Button'
import { Notice } from '../../components/Notice'
import { spoken } from '../../components/spoken'
import { lasting } from '../../components/times'
import { now } from '../../platform/clock'
import { drawPicture, savePicture } from '../../platform/picture'
import { type Facts, HEIGHT, paintCertificate, WIDTH } from './certificate'
import './volunteers.css'

/** The year's certificate as a picture, to look at and to keep. */
export const Certificate = ({ facts }: { facts: Facts }) => {
  const [picture, setPicture] = useState<string | undefined>()
  const [failed, setFailed] = useState(false)
  const [saved, setSaved] = useState<boolean | undefined>()
  useEffect(() => {
    let gone = false
    void drawPicture(WIDTH, HEIGHT, paintCertificate(facts, now())).then(path => {
      if (gone) return
      setPicture(path)
      setFailed(path === undefined)
    })
    return () => {
      gone = true
    }
  }, [facts])
  const words = `志愿服务证书：${facts.name}，${facts.year}年服务 ${facts.times} 次，${lasting(facts.minutes)}`
  if (failed) {
    return (
      <Notice tone="warn" title="这部手机画不出证书">
        <View>{words}。服务记录都在，换一部手机再看看。</View>
      </Notice>
    )
  }
  return (
    <>
      {picture !== undefined && <Image className="certificate" src={picture} mode="widthFix" {...spoken('img', { label: words })} />}
      {saved === true && <Notice tone="good" title="证书存到相册了" onSeen={() => setSaved(undefined)} />}
      {saved === false && (
        <Notice tone="warn" title="没有存上" onSeen={() => setSaved(undefined)}>
          <View>手机没有允许存到相册。可以长按上面的证书，或者截一张图。</View>
        </Notice>
      )}
      <Button
        icon="download"
        disabled={picture === undefined}
        onPress={async () => picture !== undefined && setSaved(await savePicture(picture, `${facts.name}志愿服务证书.png`))}
      >
        把证书存到相册
      </Button>
    </>
  )
}
