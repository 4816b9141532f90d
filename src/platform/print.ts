/** Opens the browser's print dialog with this page; WeChat has none. */
export const printPage = () => window.print()
