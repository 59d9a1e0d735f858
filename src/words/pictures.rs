//! 简体中文: what the pictures say, and what is said where there is none.

/// See the part of the page of the same name.
pub struct Trips {
    pub title: &'static str,
    pub lead: &'static str,
    pub counts: fn(&str, &str, &str) -> String,
    pub at_most: fn(&str, u32, u32) -> String,
    pub no_steps: fn(&str) -> String,
    pub too_large: fn(&str) -> String,
    pub stays_home: &'static str,
    pub of_several: fn(usize) -> String,
    pub home: &'static str,
    pub workplace: &'static str,
    pub legend_visit: &'static str,
    pub legend_at_home: &'static str,
    pub legend_at_workplace: &'static str,
    pub in_words: &'static str,
    pub goes_to: fn(u32, &str, &str) -> String,
    pub at_home: &'static str,
    pub doing: fn(&str, &str) -> String,
    pub nothing_to_do: &'static str,
}

pub(super) const TRIPS: Trips = Trips {
    title: "要跑几趟",
    lead: "一条线是一趟来回；线交叉，就是走回头路。",
    counts: |places, windows, visits| format!("{places} 地 {windows} 窗 {visits} 次"),
    at_most: |version, least, most| format!("{version}：看要等多久，跑 {least}–{most} 次，图按最多的画。"),
    no_steps: |version| format!("{version}：步骤原文未载，画不出来。"),
    too_large: |version| format!("{version}：步骤太多，画不出来。"),
    stays_home: "不用出门",
    of_several: |n| format!("等{n}步"),
    home: "家里",
    workplace: "单位",
    legend_visit: "出门一趟",
    legend_at_home: "在家里办",
    legend_at_workplace: "在单位办",
    in_words: "用文字看这两张图",
    goes_to: |number, place, windows| match windows {
        "" => format!("第 {number} 次出门，去{place}"),
        windows => format!("第 {number} 次出门，去{place}（{windows}）"),
    },
    at_home: "不出门",
    doing: |how, steps| format!("{how}：{steps}"),
    nothing_to_do: "一步也不用您办。",
};
