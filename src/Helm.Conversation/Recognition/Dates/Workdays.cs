namespace Helm.Conversation.Recognition.Dates;

/// <summary>Counts business days from now: "next 4 business days".</summary>
internal static class Workdays
{
    /// <summary>Business days are listed one by one.</summary>
    public static When Read(Context context, Length length, int swift)
    {
        var days = Enumerable.Range(1, (int)length.Count).Select(count => new Length(count, "BD", 0).From(context.Today, swift)).Order().ToList();
        var (begin, finish) = (days[0], swift > 0 ? days[^1].AddDays(1) : context.Today);
        return When.Period(length.End, Grain.Day, Timex.Range(Timex.Of(begin), Timex.Of(finish), length.Timex), begin, finish) with { Days = string.Join(',', days.Select(Timex.Of)) };
    }
}
