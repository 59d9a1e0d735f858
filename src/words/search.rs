//! The sentences about what a search has found. Apart from the others, so that they are loaded with what finds.

/// See the part of the same name.
pub struct SearchWords {
    pub title: &'static str,
    pub found: fn(u32) -> String,
    pub found_nothing: fn(&str) -> String,
    pub found_nothing_here: fn(&str) -> String,
    pub show_all: &'static str,
    pub area: &'static str,
    pub audience: &'static str,
    pub any: &'static str,
    /// What stands before and behind another name.
    pub also_called: (&'static str, &'static str),
    pub more: fn(u32) -> String,
}

pub(super) static ZH_HANS: SearchWords = SearchWords {
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
