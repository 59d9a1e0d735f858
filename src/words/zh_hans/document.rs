//! 简体中文: the document around every page.

use crate::words::document::DocumentWords;

pub static DOCUMENT: DocumentWords = DocumentWords {
    description: "苏州市吴中区「换位跑一次」：改前改后，各要去几地、找几窗、跑几次、等几天。",
    not_running: "这个页面的程序没有运行。内容照样能看，链接和「看结果」照样能用；要用全部功能，请刷新，或者换一个新一点的浏览器。",
    opening: "正在打开，请稍等。",
    needs_program: "这一页现在只能用程序打开。请打开浏览器的 JavaScript，或者稍后再试。",
    kept: ("现在连不上网。这一页是", "存下的，可能不是最新的。"),
    open_again: "重新打开",
    new_build: "「跑一次」有新版本了。看完手上的再换也行。",
    take_new_build: "换上新版本",
};
