import { View } from '@tarojs/components'
import { createElement, type PropsWithChildren } from 'react'

const onDesk = process.env.TARO_ENV === 'h5'

interface Dropped {
  dataTransfer: { getData(type: string): string; setData(type: string, value: string): void }
  preventDefault(): void
}
const KEY = 'text/plain'

/** What a mouse can take to another place; on a phone it is what it is, since a tap does the same. */
export const Draggable = ({ id, children }: PropsWithChildren<{ id: string }>) =>
  onDesk
    ? createElement('div', { draggable: true, onDragStart: (event: Dropped) => event.dataTransfer.setData(KEY, id) }, children)
    : children

/** Where it can be put. */
export const DropPlace = ({ onDrop, children }: PropsWithChildren<{ onDrop: (id: string) => void }>) =>
  onDesk ? (
    createElement(
      'div',
      {
        onDragOver: (event: Dropped) => event.preventDefault(),
        onDrop: (event: Dropped) => {
          event.preventDefault()
          onDrop(event.dataTransfer.getData(KEY))
        },
      },
      children,
    )
  ) : (
    <View>{children}</View>
  )
