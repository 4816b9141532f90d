import { attribute, isOn, type Seen } from './xml'

/** A text of a cell: what stands, and what is struck out of it; all of it is struck where nothing stands. */
export interface Written {
  text: string
  struck: string
}

/** Gathers a text that may be written in several runs (`<t>`, `<r>`); how it is to be pronounced is left out. */
export const textGatherer = () => {
  let [text, struck] = ['', '']
  let [inText, inSound, isStruck] = [false, false, false]
  const seen: Required<Seen> = {
    open: (name, attributes) => {
      if (name === 't') inText = true
      else if (name === 'rPh') inSound = true
      else if (name === 'r') isStruck = false
      else if (name === 'strike') isStruck = isOn(attribute(attributes, 'val') ?? '1')
    },
    close: name => {
      if (name === 't') inText = false
      else if (name === 'rPh') inSound = false
      else if (name === 'r') isStruck = false
    },
    text: more => {
      if (!inText || inSound) return
      if (isStruck) struck += more
      else text += more
    },
  }
  return { seen, take: (): Written => ({ text, struck }), empty: () => void ([text, struck] = ['', '']) }
}
