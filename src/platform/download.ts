import Taro from '@tarojs/taro'

export interface Download {
  url: string
  /** File name with its ending, as the person will see it. */
  name: string
}

const onDesk = ({ url, name }: Download) => {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}

const onPhone = async ({ url }: Download) => {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url })
  if (statusCode !== 200) throw new Error(`The file answered ${statusCode}`)
  await Taro.openDocument({ filePath: tempFilePath, showMenu: true })
}

/** Opens a file made for the person (WeChat shows it with its own menu: send on, save). False when it could not be fetched. */
export const openFile = async (file: Download): Promise<boolean> => {
  try {
    if (process.env.TARO_ENV === 'h5') onDesk(file)
    else await onPhone(file)
    return true
  } catch (error) {
    console.error('The file could not be opened', error)
    return false
  }
}
