using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>The English words for numbers and places; everything the number grammars know by name stands here.</summary>
internal static class NumberWords
{
    public static readonly Dictionary<string, int> Zeros = WordTable.Integers(
        """
        zero=0 nought=0 naught=0
        """);

    public static readonly Dictionary<string, int> Units = WordTable.Integers(
        """
        one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9
        """);

    public static readonly Dictionary<string, int> Teens = WordTable.Integers(
        """
        ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18
        nineteen=19
        """);

    public static readonly Dictionary<string, int> Tens = WordTable.Integers(
        """
        twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
        """);

    /// <summary>The words that multiply what stands before them, in singular and plural.</summary>
    public static readonly Dictionary<string, double> Rounds = WordTable.Doubles(
        """
        hundred=1e2 hundreds=1e2 thousand=1e3 thousands=1e3 lakh=1e5 lakhs=1e5 million=1e6 millions=1e6
        crore=1e7 crores=1e7 billion=1e9 billions=1e9 trillion=1e12 trillions=1e12 mln=1e6 bln=1e9 tln=1e12
        """);

    public static readonly HashSet<string> Dozens = WordTable.Set("dozen dozens doz dozs dz dzs");

    /// <summary>Letters that multiply a figure, with the case that counts ("1m" is a metre, "1M" a million).</summary>
    public static readonly Dictionary<string, double> Letters = WordTable.Doubles(
        """
        k=1e3 K=1e3 M=1e6 MM=1e6 mil=1e6 Mil=1e6 MIL=1e6 G=1e9 B=1e9 b=1e9
        """);

    public static readonly Dictionary<string, double> Ordinals = WordTable.Doubles(
        """
        first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 nineth=9 tenth=10
        eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17
        eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 fortieth=40 fourtieth=40 fiftieth=50
        sixtieth=60 seventieth=70 eightieth=80 ninetieth=90 hundredth=1e2 thousandth=1e3 millionth=1e6
        billionth=1e9 trillionth=1e12
        """);

    /// <summary>What a whole is divided by; "second" is a time, so it divides nothing, "firsts" and "seconds" only after a ten.</summary>
    public static readonly Dictionary<string, double> Parts = MakeParts();

    public static readonly Dictionary<string, double> Signs = WordTable.Texts(
        """
        ½=1/2 ⅓=1/3 ⅔=2/3 ¼=1/4 ¾=3/4 ⅕=1/5 ⅖=2/5 ⅗=3/5 ⅘=4/5 ⅙=1/6 ⅚=5/6 ⅐=1/7 ⅛=1/8 ⅜=3/8 ⅝=5/8 ⅞=7/8 ⅑=1/9
        """).ToDictionary(entry => entry.Key, entry => (entry.Value[0] - '0') / (double)(entry.Value[2] - '0'));

    public static bool IsArticle(string word) => word is "a" or "an";

    public static double? Small(string word) =>
        Units.TryGetValue(word, out var value) || Teens.TryGetValue(word, out value) || Tens.TryGetValue(word, out value) ? value : null;

    private static Dictionary<string, double> MakeParts()
    {
        var parts = Ordinals.ToDictionary(entry => entry.Key, entry => entry.Value);
        foreach (var (word, value) in Ordinals)
        {
            parts[word + "s"] = value;
        }

        foreach (var (word, value) in new[] { ("half", 2), ("halfs", 2), ("halves", 2), ("quarter", 4), ("quarters", 4) })
        {
            parts[word] = value;
        }

        return parts;
    }
}
