import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { BigButton, Button } from './Button'
import { Skeleton } from './Loaded'
import { Notice } from './Notice'
import { Screen } from './Screen'
import { pictured } from './spoken'
import { canPrint, drawPicture, printPictures, savePicture } from '../platform/picture'
import { type Door, HEIGHT, paintDoor, WIDTH } from './paintDoor'
import './DoorSheet.css'

const sourceOf = ({ code }: Door) => `data:image/${code.startsWith('/9j/') ? 'jpeg' : 'png'};base64,${code}`

interface Props {
  door: Door
  /** What to do with it. */
  hint: string
}

/** A sheet for a door, with the code that opens a page: printed, or kept as a picture. */
export const DoorSheet = ({ door, hint }: Props) => {
  const [page, setPage] = useState<string | null | undefined>()
  const [saved, setSaved] = useState<boolean | undefined>()
  useEffect(() => {
    let gone = false
    void drawPicture(WIDTH, HEIGHT, paintDoor(door), [sourceOf(door)]).then(drawn => {
      if (!gone) setPage(drawn ?? null)
    })
    return () => {
      gone = true
    }
  }, [door])
  if (page === undefined) return <Screen>{<Skeleton cards={1} />}</Screen>
  if (page === null)
    return (
      <Screen>
        <Notice tone="warn" title="这部手机画不出来">
          换一部手机，或者用电脑打开再做。
        </Notice>
      </Screen>
    )
  const save = async () => setSaved(await savePicture(page, `${door.name}门口的码.png`))
  return (
    <Screen
      main={
        canPrint ? (
          <BigButton icon="file" onPress={() => printPictures([page], door.name)}>
            打印
          </BigButton>
        ) : (
          <BigButton icon="download" onPress={save}>
            存成图片
          </BigButton>
        )
      }
    >
      <View className="soft">{hint}</View>
      {saved !== undefined && (
        <Notice
          tone={saved ? 'good' : 'warn'}
          title={saved ? '保存好了，可以发给打印店' : '没有保存成，可以长按图片保存'}
          onSeen={() => setSaved(undefined)}
        />
      )}
      {canPrint && (
        <Button icon="download" onPress={save}>
          存成图片
        </Button>
      )}
      <Image className="door-page" src={page} mode="widthFix" {...pictured(`${door.name}门口的码`)} />
    </Screen>
  )
}
