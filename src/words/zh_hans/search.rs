//! 简体中文: what a search has found.

use crate::words::search::SearchWords;

pub static SEARCH: SearchWords = SearchWords {
    title: "找到的事",
    found: |n| format!("找到 {n} 件"),
    found_nothing: |query| format!("没有找到「{query}」。换个说法试试，比如「备案」「公寓」。"),
    found_nothing_here: |query| format!("选定的范围里没有找到「{query}」。片区和服务对象可以改成「不限」。"),
    show_all: "看全部",
    area: "片区",
    audience: "服务对象",
    any: "不限",
    also_called: ("也叫「", "」"),
    more: |n| format!("还有 {n} 件没有列出。多打几个字，能找得更准。"),
};
