import { BrowserWindow } from 'electron';
import { offerPage } from './page.ts';

/**
 * Prints a page (HTML in UTF-8 that needs nothing else) to PDF with the app's own Chromium: in a
 * window that is never shown, runs nothing and has no bridge to the app.
 */
export const printPage = async (html: Uint8Array): Promise<Uint8Array> => {
  const { url, withdraw } = offerPage(html);
  const frame = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  try {
    await frame.loadURL(url);
    return await frame.webContents.printToPDF({
      printBackground: true,
      // Size, margins and page numbers are the page's own.
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    withdraw();
    frame.destroy();
  }
};
