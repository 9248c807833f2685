namespace Helm.PracticeCloud.Metrics;

/// <summary>The normal distribution, from which measured values take their spread.</summary>
internal static class Normal
{
    /// <summary>The quantile of 0.95.</summary>
    public const double Z95 = 1.6448536269514722;

    /// <summary>Abramowitz and Stegun 7.1.26, error below 1.5e-7.</summary>
    public static double Cdf(double z)
    {
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + (0.3275911 * x));
        var erf = 1 - ((((((((1.061405429 * t) - 1.453152027) * t) + 1.421413741) * t) - 0.284496736) * t) + 0.254829592) * t * Math.Exp(-x * x);
        return z >= 0 ? (1 + erf) / 2 : (1 - erf) / 2;
    }

    /// <summary>Acklam's rational approximation, relative error below 1.2e-9.</summary>
    public static double Quantile(double p)
    {
        if (p is <= 0 or >= 1)
        {
            return p <= 0 ? -8 : 8;
        }

        if (p is > 0.02425 and < 0.97575)
        {
            var q = p - 0.5;
            var r = q * q;
            return ((((((((((-39.69683028665376 * r) + 220.9460984245205) * r) - 275.9285104469687) * r) + 138.3577518672690) * r) - 30.66479806614716) * r) + 2.506628277459239) * q
                / ((((((((((-54.47609879822406 * r) + 161.5858368580409) * r) - 155.6989798598866) * r) + 66.80131188771972) * r) - 13.28068155288572) * r) + 1);
        }

        return p < 0.5 ? Tail(p) : -Tail(1 - p);
    }

    private static double Tail(double p)
    {
        var q = Math.Sqrt(-2 * Math.Log(p));
        return ((((((((((-0.007784894002430293 * q) - 0.3223964580411365) * q) - 2.400758277161838) * q) - 2.549732539343734) * q) + 4.374664141464968) * q) + 2.938163982698783)
            / ((((((((0.007784695709041462 * q) + 0.3224671290700398) * q) + 2.445134137142996) * q) + 3.754408661907416) * q) + 1);
    }
}
