package io.redress.http.gate;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A browser that holds the cookies of one visit to the console. */
public record Visitor(Map<String, String> cookies) {

  /** Somebody who has just loaded a page, signed in or not. */
  public static Visitor fresh() {
    return new Visitor(given().get("/sign-in").then().statusCode(200).extract().cookies());
  }

  /** Somebody who signed in with a key. */
  public static Visitor with(String key) {
    Response answer = fresh().page().formParam("key", key).post("/sign-in");
    if (answer.header("HX-Redirect") == null) {
      throw new IllegalArgumentException(answer.asString());
    }
    return new Visitor(answer.cookies());
  }

  /** A request as a page of the console sends it. */
  public RequestSpecification page() {
    return plain().header("X-CSRF-Token", cookies.get("redress-csrf"));
  }

  /** A request as anything else can have the browser send it. */
  public RequestSpecification plain() {
    return given().redirects().follow(false).cookies(cookies);
  }
}
