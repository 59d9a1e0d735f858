//! 简体中文: what the pictures say, and what is said where there is none.

use domain::Date;

use crate::words::pictures::{Strips, Trips};

pub const TRIPS: Trips = Trips {
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

pub const STRIPS: Strips = Strips {
    title: "要等几天",
    note: "一格是一个工作日，按最长的算；受理当天不算，周末和节假日也不算。选一个开始的日子，看具体哪天。",
    dated_note: "按最慢的画：从这天早上 9 点动手，窗口 9 点到 17 点开。框里只数算数的日子，受理当天不算。",
    reported_note: "一格是一个工作日，按报道的时限画。",
    ready_after: |days| match days {
        0 => "当天办好".to_owned(),
        days => format!("第 {days} 个工作日办好"),
    },
    ready_on: |day| format!("{day} 拿到"),
    ready_between: |best, worst| format!("最快 {best}，最慢 {worst} 拿到"),
    limit_is: |subject, time| format!("{subject} {time}"),
    earlier: |days| format!("早 {days} 个工作日"),
    later: |days| format!("晚 {days} 个工作日"),
    earlier_dated: |working, natural| format!("早 {working} 个工作日（{natural} 个自然日）"),
    later_dated: |working, natural| format!("晚 {working} 个工作日（{natural} 个自然日）"),
    same_day: "同一天办好。",
    more_visits: |visits, more| {
        format!("照窗口开门的时间要跑 {visits} 次，比最少的多 {more} 次：一天办不完，得再去。")
    },
    promised_by: |day| format!("照承诺，最晚 {day} 办结"),
    legal_by: |day| format!("照法定时限，最晚 {day} 办结"),
    promised_unpublished: |year| format!("承诺的最后一天可能在 {year} 年，那年的节假日尚未公布"),
    legal_unpublished: |year| format!("法定的最后一天可能在 {year} 年，那年的节假日尚未公布"),
    no_acceptance: "没有写明哪一步算受理，承诺和法定的最后一天算不出",
    special_apart: |names| format!("{names}的时间不算在内"),
    in_words: "用文字看这张图",
    step: "环节",
    how: "怎么办",
    begins: "开始",
    over: "办完",
    decides: "决定哪天办好",
    yes: "是",
    no: "否",
    on_day: |day| match day {
        0 => "当天".to_owned(),
        day => format!("第 {day} 个工作日"),
    },
    goes_to: |number, place| format!("第 {number} 次出门，去{place}"),
    at_home: "不出门",
    waits: |days, unit, until| format!("等 {days} {unit}，到{until}"),
    legend_visit: "出门一趟",
    legend_home: "在家或在单位办",
    legend_wait: "等待，决定哪天办好",
    legend_beside: "同时进行，不耽误",
    legend_weekend: "周末",
    legend_holiday: "节假日",
    picture: |first, second| format!("{first}和{second}的时间，逐日对齐"),
    wider: "图比屏幕宽，横着划，看后面的日子。",
    picture_of_one: |version| format!("{version}的时间，逐日画"),
    accepted: "受理",
    decided: "办结",
    cut: |days, holidays| match holidays {
        0 => format!("略{days}天"),
        holidays => format!("略{days}天，休{holidays}天"),
    },
    start_label: "哪天开始办",
    today: "今天",
    next_monday: "下周一",
    no_start: "不定日期",
    first_day: "当天",
    holiday: "休",
    make_up: "班",
    unpublished_day: "？",
    weekday,
    day: |date, year| {
        let day = format!("{}月{}日 周{}", date.month(), date.day(), weekday(date));
        if date.year() == year { day } else { format!("{}年{day}", date.year()) }
    },
    day_of_month: |date, is_new_month| match is_new_month {
        true => format!("{}月{}日", date.month(), date.day()),
        false => format!("{}日", date.day()),
    },
    no_steps: |version| format!("{version}：步骤原文未载，画不出来。"),
    natural_days: |version| {
        format!("{version}：有的等待按自然日算，要先定下哪天开始，才能和工作日加在一起。")
    },
    unknown_wait: |version, step| format!("{version}：「{step}」要等多久不知道，定不下日子。"),
    too_large: |version| format!("{version}：步骤太多，画不出来。"),
    unpublished: |version, year| {
        format!("{version}：要办到 {year} 年，{year} 年的节假日安排尚未公布，定不下日子。")
    },
    unknown_time: |version, step| format!("{version}：「{step}」要花多少时间不知道，定不下日子。"),
    unknown_travel: |version, place| format!("{version}：去{place}的路上要多久不知道，定不下日子。"),
    longer_than_a_day: |version, step| format!("{version}：「{step}」比窗口一天开门的时间还长，定不下日子。"),
};

fn weekday(date: Date) -> &'static str {
    ["一", "二", "三", "四", "五", "六", "日"]
        .get(usize::from(date.weekday().to_monday_zero_offset().unsigned_abs()))
        .copied()
        .unwrap_or_default()
}
